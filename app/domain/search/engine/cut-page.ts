import { BestFew } from "#app/domain/search/engine/best-few.ts";
import type { MemoryDocuments } from "#app/domain/search/engine/memory-documents.ts";
import type { MemoryRecords, Profile } from "#app/domain/search/engine/memory-records.ts";
import type { Match, Wanted } from "#app/domain/search/matcher.ts";
import { recentYears, TEXT_STEP } from "#app/domain/search/record-weight.ts";

type Cutting = { readonly records: MemoryRecords; readonly documents: MemoryDocuments };
type Ask = Pick<Wanted, "sort" | "limit" | "cursor" | "year">;

/** Records that match, with what was decided about them. */
export interface Judged {
  /** Places of records. */
  found: Int32Array;
  /** In the same order the best document of each, and how well it matches. */
  best: Int32Array;
  ranks: Int32Array;
  /** By profile: 2 where it is seen and passes the filters, 1 where it is seen. */
  verdicts: Uint8Array;
  /** Whether a record passes the filters that are no matter of its profile. */
  narrowed: ((record: number) => boolean) | null;
}

/**
 * The page in order, with one more beyond it where there is one: by rank with the small weights of the record, by date,
 * by id. Those before or behind the edge of a cursor only.
 */
export function cutPage(
  { records, documents }: Cutting,
  ask: Ask,
  { found, best, ranks, verdicts, narrowed }: Judged,
): Match[] {
  const { sort, limit, cursor, year } = ask;
  const size = limit + 1;
  const profileOf = records.profileOf.values;
  const atOf = records.at.values;
  const idOrder = records.idOrder.values;
  const years = Array.from({ length: recentYears }, (_, ago) => Date.UTC(year - ago, 0, 1));
  const reviewed = records.reviewed.values;
  const rankOf = (at: number): number => {
    const record = found[at] as number;
    let score = (ranks[at] as number) * TEXT_STEP + (reviewed[profileOf[record] as number] as number);
    for (const start of years) if ((atOf[record] as number) >= start) score++;
    return score;
  };
  const scoreOf = (at: number): number => (sort === "newest" ? 0 : rankOf(at));
  /** More than 0 where the first stands before the second. */
  const compare = (oneScore: number, one: number, otherScore: number, other: number): number => {
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

  const back = cursor?.direction === "before";
  let edge = -1;
  let edgeScore = 0;
  if (cursor) {
    const place = records.placeOf(cursor.edge);
    edge = place === undefined ? -1 : found.indexOf(place);
    if (edge === -1 || verdicts[profileOf[found[edge] as number] as number] === 0) return [];
    edgeScore = scoreOf(edge);
  }
  const sign = back ? -1 : 1;
  /** The best so far, the worst of them first: a heap. */
  const heap = new BestFew(
    size,
    (one, oneScore, other, otherScore) => sign * compare(oneScore, one, otherScore, other),
  );
  // The worst of the best so far: most are behind it, which is seen without asking the heap.
  let leastScore = Number.NEGATIVE_INFINITY;
  let leastAt = 0;
  let leastOrder = 0;
  for (let at = found.length - 1; at >= 0; at--) {
    const record = found[at] as number;
    const profile = profileOf[record] as number;
    if (verdicts[profile] !== 2) continue;
    if (narrowed !== null && !narrowed(record)) continue;
    let score = 0;
    if (sort === "relevance") {
      score = (ranks[at] as number) * TEXT_STEP + (reviewed[profile] as number);
      if (!back && score + recentYears < leastScore) continue;
      const submitted = atOf[record] as number;
      for (let year = 0; year < years.length; year++) if (submitted >= (years[year] as number)) score++;
    }
    if (!back && score <= leastScore) {
      if (score < leastScore || (atOf[record] as number) < leastAt) continue;
      if ((atOf[record] as number) === leastAt && (idOrder[record] as number) < leastOrder) continue;
    }
    if (cursor && sign * compare(edgeScore, edge, score, at) <= 0) continue;
    heap.offer(at, score);
    const worst = heap.worst;
    if (worst !== -1) {
      const last = found[worst] as number;
      leastScore = heap.worstScore;
      leastAt = atOf[last] as number;
      leastOrder = idOrder[last] as number;
    }
  }
  const page = heap.sorted().map((at): Match => {
    const document = best[at] as number;
    const record = found[at] as number;
    const profile = records.profiles[profileOf[record] as number] as Profile;
    return {
      type: profile.type,
      id: records.ids[record] as string,
      language: documents.languageNames[documents.languages.values[document] as number] as string,
      rank: rankOf(at),
    };
  });
  return back ? page.reverse() : page;
}
