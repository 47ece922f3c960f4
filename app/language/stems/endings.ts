/** One way to read a word with a certain ending: take letters off the end, add others, and it is a stem of a kind. */
export interface Reading {
  /** What the stem is, such as "n" for a nominal one; a letter the stemmer chooses. */
  readonly kind: string;
  /** How many letters go. */
  readonly cut: number;
  /** Letters that take their place. */
  readonly add: string;
  /** How many letters must be left for that. */
  readonly least: number;
}

/**
 * Endings with their readings, as a tree walked from the last letter on. Words are in a-z; other characters end no
 * word.
 */
export interface Endings {
  readonly next: Int16Array;
  readonly rule: Int16Array;
  readonly readings: readonly (readonly Reading[])[];
}

/** Letters a stem has when a reading does not say. */
const LEAST = 3;
const LETTERS = 26;
const A = 97;

/**
 * Reads a table with one ending a line: `ite: n n+it v/2` says that a word in -ite is either of kind n without it, or
 * of kind n with "it" left in place, or of kind v when its stem has two letters or more. An ending told of twice has
 * the readings of both lines.
 */
export function endingsOf(table: string): Endings {
  const next: number[] = new Array(LETTERS).fill(0);
  const rule: number[] = [0];
  const readings: Reading[][] = [[]];
  for (const line of table.split("\n")) {
    const [endings = "", told = ""] = line.split(":");
    for (const ending of endings.trim().split(/\s+/)) {
      if (ending === "") continue;
      let node = 0;
      for (let at = ending.length - 1; at >= 0; at--) {
        const slot = node * LETTERS + ending.charCodeAt(at) - A;
        if (next[slot] === 0) {
          next[slot] = rule.length;
          rule.push(0);
          next.push(...new Array(LETTERS).fill(0));
        }
        node = next[slot] ?? 0;
      }
      const list = told.trim().split(/\s+/);
      const here = rule[node] ?? 0;
      if (here === 0) rule[node] = readings.length;
      const known = here === 0 ? [] : (readings[here] ?? []);
      readings[rule[node] ?? 0] = merged([...known, ...list.map((reading) => readingOf(reading, ending))]);
    }
  }
  return { next: Int16Array.from(next), rule: Int16Array.from(rule), readings };
}

/**
 * The readings of the longest ending that leaves enough of the word, shorter ones when it leaves too little. `take` is
 * called with each stem.
 */
export function readEndings(endings: Endings, word: string, take: (kind: string, stem: string) => void): boolean {
  const { next, rule, readings } = endings;
  const found = FOUND;
  let count = 0;
  let node = 0;
  for (let at = word.length - 1; at > 0; at--) {
    const letter = word.charCodeAt(at) - A;
    if (letter < 0 || letter >= LETTERS) break;
    node = next[node * LETTERS + letter] as number;
    if (node === 0) break;
    const here = rule[node] as number;
    if (here !== 0) found[count++] = here;
  }
  let taken = false;
  while (count > 0 && !taken) {
    const list = readings[found[--count] as number] as readonly Reading[];
    for (let at = 0; at < list.length; at++) {
      const { kind, cut, add, least } = list[at] as Reading;
      const left = word.length - cut;
      if (left < least) continue;
      taken = true;
      take(kind, add === "" ? word.slice(0, left) : word.slice(0, left) + add);
    }
  }
  return taken;
}

/** Each reading once, with the fewest letters it is told to do with. */
function merged(readings: readonly Reading[]): Reading[] {
  const byStem = new Map<string, Reading>();
  for (const reading of readings) {
    const stem = `${reading.kind}${reading.cut}${reading.add}`;
    const known = byStem.get(stem);
    byStem.set(stem, known === undefined || reading.least < known.least ? reading : known);
  }
  return [...byStem.values()];
}

/** Endings are no longer than this. */
const FOUND: number[] = new Array(16).fill(0);

function readingOf(told: string, ending: string): Reading {
  const parts = /^(?<kind>[a-z])(?:\+(?<add>[a-z]+))?(?:\/(?<least>\d))?$/.exec(told)?.groups;
  if (parts === undefined) throw new Error(`No reading: ${told}`);
  const { kind = "", add = "", least } = parts;
  // Letters of the ending that are left in place need not be taken off first.
  let same = 0;
  while (same < add.length && add[same] === ending[same]) same++;
  const rest = add.slice(same);
  return { kind, cut: ending.length - same, add: rest, least: Number(least ?? LEAST) - rest.length };
}
