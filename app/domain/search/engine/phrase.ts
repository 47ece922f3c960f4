/** Where words stand next to each other: in the title, in the rest; letter by letter in one of both. */
export const phraseBits = { title: 1, body: 2, exact: 4 } as const;

/** Words that follow one another, each out of a set: looked for with a bit for each place (Shift-And, Baeza-Yates 1992). */
export interface Phrase {
  /** The places a word may have, a bit each. */
  readonly near: ReadonlyMap<number, number>;
  /** The same of the words letter by letter; null where that does not matter. */
  readonly exact: ReadonlyMap<number, number> | null;
  /** By the last bits of its number, whether a word may have any place: most have none, which is quickly seen. */
  readonly filter: Uint8Array;
  /** The bit of the last place. */
  readonly last: number;
}

/** How many bits of its number a word is filtered by, as a mask. */
export const FILTER = 1023;

/** @param sets up to 32 of them, words by number */
export function phraseOf(sets: readonly ReadonlySet<number>[], exact: readonly ReadonlySet<number>[] | null): Phrase {
  const filter = new Uint8Array(FILTER + 1);
  for (const set of [...sets, ...(exact ?? [])]) for (const word of set) filter[word & FILTER] = 1;
  return { near: placesOf(sets), exact: exact && placesOf(exact), filter, last: 1 << (sets.length - 1) };
}

/** As `WordSource.phraseIn`, for words that are at hand. */
export function phraseInText({ near, exact, last }: Phrase, title: ArrayLike<number>, body: ArrayLike<number>): number {
  const inTitle = standsIn(title, near, last) ? phraseBits.title : 0;
  const inBody = standsIn(body, near, last) ? phraseBits.body : 0;
  const isExact = exact !== null && (standsIn(title, exact, last) || standsIn(body, exact, last));
  return inTitle | inBody | (isExact ? phraseBits.exact : 0);
}

function standsIn(text: ArrayLike<number>, places: ReadonlyMap<number, number>, last: number): boolean {
  let reached = 0;
  for (let at = 0; at < text.length; at++) {
    reached = ((reached << 1) | 1) & (places.get(text[at] as number) ?? 0);
    if (reached & last) return true;
  }
  return false;
}

function placesOf(sets: readonly ReadonlySet<number>[]): Map<number, number> {
  const places = new Map<number, number>();
  for (const [at, set] of sets.entries()) {
    for (const word of set) places.set(word, (places.get(word) ?? 0) | (1 << at));
  }
  return places;
}
