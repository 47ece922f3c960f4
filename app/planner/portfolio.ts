import { Improving } from "#app/planner/exact/improving.ts";
import { Proving } from "#app/planner/exact/proving.ts";
import type { Member } from "#app/planner/incumbent.ts";
import type { Model } from "#app/planner/model.ts";
import { Searching } from "#app/planner/search/searching.ts";

export const PORTFOLIO_SIZE = 2;
export const DEFAULT_SECONDS = 20;
export const DEFAULT_SEED = 1;
/** Starts of all meetings together above which the clauses would not fit into a moment and some memory. */
const MAX_FOR_PROOF = 60_000;
/** The same for a second copy of the clauses, which the first member would have to write while it searches. */
const MAX_FOR_COPY = 20_000;
/** What a thread manages at the least on an ordinary machine. */
const PROPOSALS_PER_SECOND = 2e6;

/**
 * The first member anneals, the second proves; both look near the best known with what is left of their turns.
 * @param seconds planned for all, which decides how slowly the search cools
 */
export function portfolioMember(
  model: Model,
  member: number,
  { seed = DEFAULT_SEED, seconds = DEFAULT_SECONDS }: { seed?: number; seconds?: number },
): Member {
  const proposals = seconds * PROPOSALS_PER_SECOND;
  // A quick round for the easy ones, a middle one, and one that takes its time: that finds most where it is hard.
  const first = new Searching(model, seed, [2e6, 8e6, Math.max(8e6, proposals - 10e6)]);
  const second = new Searching(model, seed ^ 0x5bd1e995, [4e6, Math.max(8e6, proposals / 2 - 4e6)]);
  const choices = model.allowed.reduce((sum, start) => sum + start, 0);
  if (member === 0) return choices > MAX_FOR_COPY ? first : new Improving(model, first, seed ^ 0x68e31da4);
  return choices > MAX_FOR_PROOF ? second : new Proving(model, second, seed);
}
