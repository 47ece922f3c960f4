import type { Model } from "#app/planner/model.ts";
import type { Reason } from "#app/planner/problem.ts";

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
    for (const n of model.before[m]!) {
      const end = first[n]! + model.length[n]!;
      if (end > first[m]!) {
        first[m] = end;
        cause[m] = n;
      }
    }
    while (first[m]! < slots && !allowed[m * slots + first[m]!]) first[m]!++;
    if (first[m]! >= slots) return { kind: "chain", meetings: chainTo(model, cause, m) };
  }
  for (const m of order.reverse()) {
    for (const n of model.after[m]!) last[m] = Math.min(last[m]!, last[n]! - model.length[m]!);
    while (last[m]! >= 0 && !allowed[m * slots + last[m]!]) last[m]!--;
    if (last[m]! < first[m]!) return { kind: "chain", meetings: chainThrough(model, cause, last, m) };
  }
  for (let m = 0; m < meetings; m++) {
    for (let slot = 0; slot < slots; slot++) {
      if (slot < first[m]! || slot > last[m]!) allowed[m * slots + slot] = 0;
    }
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
  for (let i = 0; i < order.length; i++) {
    for (const n of model.after[order[i]!]!) if (--waiting[n]! === 0) order.push(n);
  }
  if (order.length === model.meetings) return order;
  let m = waiting.findIndex((count) => count > 0);
  const trail: number[] = [];
  while (!trail.includes(m)) {
    trail.push(m);
    m = model.before[m]!.find((n) => waiting[n]! > 0)!;
  }
  const cycle = trail.slice(trail.indexOf(m)).reverse();
  return { kind: "cycle", meetings: cycle.map((n) => idOf(model, n)) };
}

/** The meetings that push `m` so far back, the first one first. */
function chainTo(model: Model, cause: Int32Array, m: number): string[] {
  const chain: string[] = [];
  for (let n = m; n >= 0; n = cause[n]!) chain.unshift(idOf(model, n));
  return chain;
}

/** The meetings before and after `m` that leave it no room. */
function chainThrough(model: Model, cause: Int32Array, last: Int32Array, m: number): string[] {
  const chain = chainTo(model, cause, m);
  let n = m;
  for (;;) {
    const next = Array.from(model.after[n]!).sort((a, b) => last[a]! - last[b]!)[0];
    if (next === undefined) return chain;
    chain.push(idOf(model, next));
    n = next;
  }
}

function idOf(model: Model, m: number): string {
  return model.problem.meetings[m]!.id;
}
