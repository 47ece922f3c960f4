import type { MemoryDocuments } from "#app/domain/search/answer/documents.ts";
import type { Match, Wanted } from "#app/domain/search/answer/matcher.ts";
import type { MemoryRecords, Profile } from "#app/domain/search/answer/records.ts";
import { BestFew } from "#app/domain/search/answer/top-k.ts";

type Cutting = { readonly records: MemoryRecords; readonly documents: MemoryDocuments };
type Ask = Pick<Wanted, "sort" | "limit" | "cursor">;

/** What was decided about a profile, beside 0 for hidden: its records are seen, and they pass the filters as well. */
export const SEEN = 1;
export const PASSES = 2;

/** Records that match, with what was decided about them. */
export interface Judged {
  /** Places of records, `count` of them. */
  readonly found: Int32Array;
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
 * The page in order, with one more beyond it where there is one: by rank, by date, by id. Those before or behind the edge
 * of a cursor only.
 */
export function cutPage({ records, documents }: Cutting, { sort, limit, cursor }: Ask, judged: Judged): Match[] {
  const { found, count, profiles, ranks, verdicts, narrows } = judged;
  const atOf = records.at.values;
  const idOrder = records.idOrder.values;
  const byRank = sort === "relevance";
  const back = cursor?.direction === "before";
  const compare = comparing(records, found);
  const edge = edgeOf(records, cursor, judged);
  if (edge === null) return [];
  const edgeScore = edge !== -1 && byRank ? (ranks[edge] as number) : 0;
  const sign = back ? -1 : 1;
  const heap = new BestFew(
    limit + 1,
    (one, oneScore, other, otherScore) => sign * compare(oneScore, one, otherScore, other),
  );
  // The worst of the best so far: most are behind it, which is seen without asking the heap.
  let leastScore = Number.NEGATIVE_INFINITY;
  let leastAt = 0;
  let leastOrder = 0;
  // Later records stand later, and the newest are wanted first.
  for (let at = count - 1; at >= 0; at--) {
    const score = byRank ? (ranks[at] as number) : 0;
    if (score < leastScore && !back) continue;
    if (verdicts[profiles[at] as number] !== PASSES) continue;
    const record = found[at] as number;
    if (score === leastScore && !back) {
      const submitted = atOf[record] as number;
      if (submitted < leastAt || (submitted === leastAt && (idOrder[record] as number) < leastOrder)) continue;
    }
    if (narrows !== null && !narrows(record)) continue;
    if (edge !== -1 && sign * compare(edgeScore, edge, score, at) <= 0) continue;
    heap.offer(at, score);
    const worst = heap.worst;
    if (worst === -1) continue;
    const last = found[worst] as number;
    leastScore = heap.worstScore;
    leastAt = atOf[last] as number;
    leastOrder = idOrder[last] as number;
  }
  const page = heap.sorted().map((at): Match => {
    const document = judged.documents[at] as number;
    return {
      type: (records.profiles[profiles[at] as number] as Profile).type,
      id: records.ids[found[at] as number] as string,
      language: documents.languageNames[documents.languages.values[document] as number] as string,
      rank: ranks[at] as number,
    };
  });
  return back ? page.reverse() : page;
}

/** Where the record of a cursor stands, -1 without a cursor; null where the reader does not see it among what matches. */
function edgeOf(records: MemoryRecords, cursor: Ask["cursor"], { found, count, profiles, verdicts }: Judged) {
  if (cursor === null) return -1;
  const place = records.placeOf(cursor.edge);
  const edge = place === undefined ? -1 : found.subarray(0, count).indexOf(place);
  return edge === -1 || verdicts[profiles[edge] as number] === 0 ? null : edge;
}

/** Compares two of what was found, by score, date and id: more than 0 where the first stands before the second. */
function comparing(records: MemoryRecords, found: Int32Array) {
  const atOf = records.at.values;
  const idOrder = records.idOrder.values;
  return (oneScore: number, one: number, otherScore: number, other: number): number => {
    if (oneScore !== otherScore) return oneScore - otherScore;
    const first = found[one] as number;
    const second = found[other] as number;
    const apart = (atOf[first] as number) - (atOf[second] as number);
    if (apart !== 0) return apart;
    const order = (idOrder[first] as number) - (idOrder[second] as number);
    if (order !== 0) return order;
    const a = records.ids[first] as string;
    const b = records.ids[second] as string;
    return a < b ? -1 : a > b ? 1 : 0;
  };
}
