/** Where words stand next to each other: in the title, in the rest; letter by letter in one of both. */
export const phraseBits = { title: 1, body: 2, exact: 4 } as const;

/** Words that follow one another, each out of a set. */
export interface Phrase {
  /** The positions a word may have, a bit each, beginning with the lowest. */
  readonly near: ReadonlyMap<number, number>;
  /** The same of the words letter by letter; null where that does not matter. */
  readonly exact: ReadonlyMap<number, number> | null;
  /** How many positions there are. */
  readonly length: number;
}

/** @param sets up to 32 of them, words by number */
export function phraseOf(sets: readonly ReadonlySet<number>[], exact: readonly ReadonlySet<number>[] | null): Phrase {
  return { near: positionsOf(sets), exact: exact && positionsOf(exact), length: sets.length };
}

/** Where a phrase stands in a text, whatever it begins with. */
export function phraseInText(
  { near, exact, length }: Phrase,
  title: ArrayLike<number>,
  body: ArrayLike<number>,
): number {
  const last = 1 << (length - 1);
  const inTitle = standsIn(title, near, last) ? phraseBits.title : 0;
  const inBody = standsIn(body, near, last) ? phraseBits.body : 0;
  const isExact = exact !== null && (standsIn(title, exact, last) || standsIn(body, exact, last));
  return inTitle | inBody | (isExact ? phraseBits.exact : 0);
}

/** Shift-And (Baeza-Yates 1992). */
function standsIn(text: ArrayLike<number>, positions: ReadonlyMap<number, number>, last: number): boolean {
  let reached = 0;
  for (let at = 0; at < text.length; at++) {
    reached = ((reached << 1) | 1) & (positions.get(text[at] as number) ?? 0);
    if (reached & last) return true;
  }
  return false;
}

function positionsOf(sets: readonly ReadonlySet<number>[]): Map<number, number> {
  const positions = new Map<number, number>();
  for (const [at, set] of sets.entries()) {
    for (const word of set) positions.set(word, (positions.get(word) ?? 0) | (1 << at));
  }
  return positions;
}
