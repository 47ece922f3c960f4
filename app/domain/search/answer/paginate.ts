import type { DisclosedDays } from "#app/domain/search/answer/disclosed-days.ts";
import type { Documents } from "#app/domain/search/answer/documents.ts";
import type { Match, Wanted } from "#app/domain/search/answer/matcher.ts";
import { byteAt, floatAt, intAt } from "#app/domain/search/answer/numbers.ts";
import type { Records } from "#app/domain/search/answer/records.ts";
import { TopK } from "#app/domain/search/answer/top-k.ts";

interface Context {
  readonly records: Records;
  readonly documents: Documents;
  readonly days: DisclosedDays;
}
type Ask = Pick<Wanted, "sort" | "limit" | "cursor">;

/** What was decided about a profile, beside 0 for hidden: its records are seen, and they pass the filters as well. */
export const SEEN = 1;
export const PASSES = 2;

/** Records that match, with what was decided about them. */
export interface Judged {
  /** Ordinals of records, `count` of them. */
  readonly matched: Int32Array;
  readonly count: number;
  /** In the same order the profile of each, its best document, and how well it matches with its small weights. */
  readonly profiles: Int32Array;
  readonly documents: Int32Array;
  readonly ranks: Int32Array;
  /** By profile. */
  readonly verdicts: Uint8Array;
  /** Whether a record passes the filters that are no matter of its profile. */
  readonly narrows: ((record: number) => boolean) | null;
}

/**
 * The page in order, with one more beyond it where there is one: by rank, by date as it is told, by
 * what tells nothing. Those before or behind the
 * edge of a cursor only.
 */
export function paginate({ records, documents, days }: Context, { sort, limit, cursor }: Ask, judged: Judged): Match[] {
  const { matched, count, profiles, ranks, verdicts, narrows } = judged;
  const idOrder = records.idOrder.values;
  const dateOf = days.order();
  const byRank = sort === "relevance";
  const back = cursor?.direction === "before";
  const compare = comparing(records, dateOf, matched);
  const edge = edgeOf(records, cursor, judged);
  if (edge === null) return [];
  const edgeScore = edge !== -1 && byRank ? intAt(ranks, edge) : 0;
  const sign = back ? -1 : 1;
  const top = new TopK(
    limit + 1,
    (one, oneScore, other, otherScore) => sign * compare(oneScore, one, otherScore, other),
  );
  // The worst of the best so far: most are behind it, which is seen without asking the heap.
  let leastScore = Number.NEGATIVE_INFINITY;
  let leastAt = 0;
  let leastOrder = 0;
  // Later records stand later, and the newest are wanted first.
  for (let at = count - 1; at >= 0; at--) {
    const score = byRank ? intAt(ranks, at) : 0;
    if (score < leastScore && !back) continue;
    if (byteAt(verdicts, intAt(profiles, at)) !== PASSES) continue;
    const record = intAt(matched, at);
    if (score === leastScore && !back) {
      const submitted = dateOf(record);
      if (submitted < leastAt || (submitted === leastAt && floatAt(idOrder, record) < leastOrder)) continue;
    }
    if (narrows !== null && !narrows(record)) continue;
    if (edge !== -1 && sign * compare(edgeScore, edge, score, at) <= 0) continue;
    top.offer(at, score);
    const worst = top.worst;
    if (worst === -1) continue;
    const last = intAt(matched, worst);
    leastScore = top.worstScore;
    leastAt = dateOf(last);
    leastOrder = floatAt(idOrder, last);
  }
  const page = top.sorted().map((at): Match => {
    const record = intAt(matched, at);
    return {
      type: records.typeOf(record),
      id: records.idOf(record),
      language: documents.languageOf(intAt(judged.documents, at)),
      rank: intAt(ranks, at),
    };
  });
  return back ? page.reverse() : page;
}

/**
 * Where the record of a cursor stands, -1 without a cursor; null where the viewer does not see it among what matches.
 */
function edgeOf(records: Records, cursor: Ask["cursor"], { matched, count, profiles, verdicts }: Judged) {
  if (cursor === null) return -1;
  const found = matched.subarray(0, count);
  const edge = Math.max(-1, ...records.ordinalsOf(cursor.edge).map((record) => found.indexOf(record)));
  return edge === -1 || byteAt(verdicts, intAt(profiles, edge)) === 0 ? null : edge;
}

/**
 * Compares two of what matched, by score, by date as it is told, and by what tells nothing: more than 0 where the first
 * stands before the second.
 */
function comparing(records: Records, dateOf: (record: number) => number, matched: Int32Array) {
  const idOrder = records.idOrder.values;
  return (oneScore: number, one: number, otherScore: number, other: number): number => {
    if (oneScore !== otherScore) return oneScore - otherScore;
    const first = intAt(matched, one);
    const second = intAt(matched, other);
    const apart = dateOf(first) - dateOf(second);
    if (apart !== 0) return apart;
    const order = floatAt(idOrder, first) - floatAt(idOrder, second);
    if (order !== 0) return order;
    const a = records.idOf(first);
    const b = records.idOf(second);
    return a < b ? -1 : a > b ? 1 : 0;
  };
}
