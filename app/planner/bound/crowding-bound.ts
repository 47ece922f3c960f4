import { Diary } from "#app/planner/bound/diary.ts";
import type { Model } from "#app/planner/model.ts";
import { sure } from "#app/sure.ts";

const MAX_ROUNDS = 300;
/** Steps of the tables of all rounds together: a part of a second. */
const MAX_WORK = 60_000_000;

/** What the best prices found prove. */
export interface Crowding {
  /** No timetable has fewer breaks. */
  bound: number;
  /** The same before it is rounded up. */
  value: number;
  /** By slot. */
  price: Float64Array;
}

/**
 * A lower bound on the breaks of all people, from how many of them the slots can hold.
 *
 * Who meets whom is left out: every person picks slots for as many as their meetings take, in keeping with the times
 * that these may have, and no slot takes more people than its places seat (nor fewer than it must, where the other
 * slots cannot hold the rest). Charging a price for each slot instead of forbidding it to overflow (Lagrangian
 * relaxation, Geoffrion 1974) makes people independent of each other: each of them picks the cheapest slots by dynamic
 * programming. Any prices give a bound; subgradient steps (Held and Karp 1971) look for good ones.
 * @returns the same every time
 */
export function crowdingBound(model: Model): Crowding {
  const { slots } = model;
  const diaries: Diary[] = [];
  for (let p = 0; p < model.people; p++) if (sure(model.diary[p]).length > 1) diaries.push(new Diary(model, p));
  const { most, least } = seats(model, diaries);
  const work = diaries.reduce((sum, diary) => sum + diary.size, 0);
  const price = new Float64Array(slots);
  const taken = new Int32Array(slots);
  let best = 0;
  let bestPrice = price.slice();
  let pull = 1;
  let since = 0;
  for (let round = 0; round < Math.min(MAX_ROUNDS, MAX_WORK / (work + 1)); round++) {
    taken.fill(0);
    let value = 0;
    for (const diary of diaries) value += diary.cheapest(price, taken);
    let norm = 0;
    for (const [slot, cost] of price.entries()) {
      value -= cost * (cost > 0 ? most : least);
      norm += overflow(sure(taken[slot]), most, least) ** 2;
    }
    if (value > best + 1e-9) {
      best = value;
      bestPrice = price.slice();
      since = 0;
    } else if (++since >= 15) {
      pull *= 0.7;
      since = 0;
    }
    if (norm === 0) break;
    // The target of the step is a little above the best so far, as the true one is not known.
    const step = (pull * (best + 1 - value)) / norm;
    for (const [slot, cost] of price.entries()) {
      const over = overflow(sure(taken[slot]), most, least);
      price[slot] = over !== 0 ? cost + step * over : cost * 0.98;
    }
  }
  return { bound: Math.max(0, Math.ceil(best - 1e-6)), value: best, price: bestPrice };
}

function overflow(taken: number, most: number, least: number): number {
  return taken > most ? taken - most : taken < least ? taken - least : 0;
}

/** How many of the people with a diary a slot can hold, and how many it must. */
function seats(model: Model, diaries: readonly Diary[]): { most: number; least: number } {
  const sizes = Array.from(model.attendees, (people) => people.length).sort((a, b) => b - a);
  const seated = sizes.slice(0, model.capacity).reduce((sum, size) => sum + size, 0);
  let work = 0;
  for (const length of model.length) work += length;
  const running = Math.max(0, work - model.capacity * (model.slots - 1));
  // Smallest meetings first, and without those who have only one meeting and so no diary here.
  const alone = model.people - diaries.length;
  const atLeast = sizes.slice(sizes.length - running).reduce((sum, size) => sum + size, 0) - alone;
  return {
    most: Math.min(seated, diaries.length),
    least: Math.max(0, atLeast),
  };
}
