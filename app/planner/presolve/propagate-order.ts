import type { Model } from "#app/planner/model.ts";
import type { Reason } from "#app/planner/problem.ts";
import { sure } from "#app/sure.ts";

/**
 * Takes out the starts that the order of meetings forbids, in `model.allowed`. Every meeting has a start before.
 * @returns why there is no timetable where a meeting loses its last start, else null
 */
export function propagateOrder(model: Model): Reason | null {
  const { meetings, slots, allowed } = model;
  const order = inOrder(model);
  if (!Array.isArray(order)) return order;
  const first = Int32Array.from({ length: meetings }, (_, m) => firstStart(model, m));
  const last = Int32Array.from({ length: meetings }, (_, m) => lastStart(model, m));
  const cause = new Int32Array(meetings).fill(-1);
  for (const m of order) {
    let start = sure(first[m]);
    for (const n of sure(model.before[m])) {
      const end = sure(first[n]) + sure(model.length[n]);
      if (end > start) {
        start = end;
        cause[m] = n;
      }
    }
    while (start < slots && !allowed[m * slots + start]) start++;
    if (start >= slots) return { kind: "chain", meetings: chainTo(model, cause, m) };
    first[m] = start;
  }
  for (const m of order.reverse()) {
    let start = sure(last[m]);
    for (const n of sure(model.after[m])) start = Math.min(start, sure(last[n]) - sure(model.length[m]));
    while (start >= 0 && !allowed[m * slots + start]) start--;
    last[m] = start;
    if (start < sure(first[m])) return { kind: "chain", meetings: chainThrough(model, cause, last, m) };
  }
  for (let m = 0; m < meetings; m++) {
    const row = allowed.subarray(m * slots, (m + 1) * slots);
    row.fill(0, 0, sure(first[m])).fill(0, sure(last[m]) + 1);
  }
  return null;
}

function firstStart({ allowed, slots }: Model, m: number): number {
  for (let slot = 0; slot < slots; slot++) if (allowed[m * slots + slot]) return slot;
  return -1;
}

function lastStart({ allowed, slots }: Model, m: number): number {
  for (let slot = slots - 1; slot >= 0; slot--) if (allowed[m * slots + slot]) return slot;
  return -1;
}

/** Each meeting after those that must be before it (Kahn 1962), or the cycle that makes this impossible. */
function inOrder(model: Model): number[] | Reason {
  const waiting = Int32Array.from(model.before, (list) => list.length);
  const order = [...waiting.keys()].filter((m) => waiting[m] === 0);
  // The list grows while it is walked.
  for (const m of order) {
    for (const n of sure(model.after[m])) {
      const left = sure(waiting[n]) - 1;
      waiting[n] = left;
      if (left === 0) order.push(n);
    }
  }
  if (order.length === model.meetings) return order;
  let m = waiting.findIndex((count) => count > 0);
  const trail: number[] = [];
  while (!trail.includes(m)) {
    trail.push(m);
    m = sure(sure(model.before[m]).find((n) => sure(waiting[n]) > 0));
  }
  const cycle = trail.slice(trail.indexOf(m)).reverse();
  return { kind: "cycle", meetings: cycle.map((n) => idOf(model, n)) };
}

/** The meetings that push `m` so far back, the first one first. */
function chainTo(model: Model, cause: Int32Array, m: number): string[] {
  const chain: string[] = [];
  for (let n = m; n >= 0; n = sure(cause[n])) chain.unshift(idOf(model, n));
  return chain;
}

/** The meetings before and after `m` that leave it no room. */
function chainThrough(model: Model, cause: Int32Array, last: Int32Array, m: number): string[] {
  const chain = chainTo(model, cause, m);
  let n = m;
  for (;;) {
    const next = Array.from(sure(model.after[n])).sort((a, b) => sure(last[a]) - sure(last[b]))[0];
    if (next === undefined) return chain;
    chain.push(idOf(model, next));
    n = next;
  }
}

function idOf(model: Model, m: number): string {
  return sure(model.problem.meetings[m]).id;
}
