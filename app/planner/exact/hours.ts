import type { Encoding } from "#app/planner/exact/encoding.ts";
import type { Model } from "#app/planner/model.ts";
import type { Literal } from "#app/planner/sat/assignment.ts";
import { sure } from "#app/sure.ts";

/**
 * Says that a person is in no meeting in some slots. Those before their hours and those after them take one literal in
 * each part, as each assumption is a decision of its own to the solver.
 * @param idle by slot: 1 where it must hold
 */
export function idleIn({ slots, part }: Model, encoding: Encoding, p: number, idle: Uint8Array): Literal[] {
  const busy = sure(encoding.busy[p]);
  const begun = sure(encoding.begun[p]);
  const due = sure(encoding.due[p]);
  const literals: Literal[] = [];
  for (let first = 0; first < slots; ) {
    let end = first + 1;
    while (end < slots && part[end] === part[first]) end++;
    let from = first;
    let to = end;
    if (begun.length > 0) {
      while (from < end && idle[from]) from++;
      if (from > first) literals.push(sure(begun[from - 1]) ^ 1);
      while (to > from && idle[to - 1]) to--;
      if (to > from && to < end) literals.push(sure(due[to]) ^ 1);
    }
    for (let slot = from; slot < to; slot++) if (idle[slot]) literals.push(sure(busy[slot]) ^ 1);
    first = end;
  }
  return literals;
}
