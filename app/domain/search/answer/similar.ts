import { intAt } from "#app/domain/search/answer/numbers.ts";
import type { PostingSource } from "#app/domain/search/answer/posting-source.ts";
import { type RoledKey, roles } from "#app/domain/search/index/word-roles.ts";

/** What documents are compared by. */
export interface Comparing {
  readonly source: PostingSource;
  readonly buffer: Int32Array;
  /** Whether the viewer sees the record of a document. */
  readonly sees: (document: number) => boolean;
  /** How many documents the viewer sees. */
  readonly seen: number;
}

/** So many of the words of a document that are rarest among what the viewer sees are compared. */
const MAX_KEYS = 25;
/** A word in more than this part of all texts tells nothing. */
const COMMON = 0.1;
/** Words in common at least, and part of the weight of all words compared. */
const MIN_KEYS = 3;
const MIN_SHARE = 0.15;

/**
 * Documents that have the most in common with one: words of the same stem, each weighing the more the rarer it is
 * (inverse document frequency, Sparck Jones 1972). Counted among what the viewer sees alone, so that the answer is the
 * same with and without hidden records.
 * @param words the keys of each of its words
 * @returns documents with the part of the weight they share, in no order
 */
export function similarDocuments(
  { source, buffer, sees, seen }: Comparing,
  document: number,
  words: readonly (readonly RoledKey[])[],
): Map<number, number> {
  const keys = new Set(words.flatMap(stemsOf));
  const weighed: { documents: Set<number>; weight: number; key: string }[] = [];
  for (const key of keys) {
    const documents = new Set<number>();
    for (const { word, role } of source.wordsWith(key)) {
      if (role !== roles.primaryStem && role !== roles.first) continue;
      const count = source.read(word, buffer);
      for (let at = 0; at < count; at++) {
        const other = intAt(buffer, at) >> 1;
        if (sees(other)) documents.add(other);
      }
    }
    if (documents.size < 2 || documents.size > Math.max(10, seen * COMMON)) continue;
    weighed.push({ documents, weight: Math.log((seen + 1) / documents.size), key });
  }
  weighed.sort((one, other) => other.weight - one.weight || (one.key < other.key ? -1 : 1));
  const compared = weighed.slice(0, MAX_KEYS);
  const whole = compared.reduce((sum, { weight }) => sum + weight, 0);
  const shared = new Map<number, { weight: number; keys: number }>();
  for (const { documents, weight } of compared) {
    for (const other of documents) {
      const known = shared.get(other) ?? { weight: 0, keys: 0 };
      known.weight += weight;
      known.keys++;
      shared.set(other, known);
    }
  }
  return new Map(
    [...shared].flatMap(([other, { weight, keys: common }]): [number, number][] =>
      other !== document && common >= MIN_KEYS && weight >= whole * MIN_SHARE ? [[other, weight / whole]] : [],
    ),
  );
}

/** The stem that stands for a word in each language it was read in, or the word where it has none. */
function stemsOf(keys: readonly RoledKey[]): string[] {
  const stems = keys.flatMap(([key, role]) => (role === roles.primaryStem ? [key] : []));
  return stems.length > 0
    ? stems
    : keys.flatMap(([key, role]) => (role === roles.first && key.length > 3 ? [key] : []));
}
