import { intAt } from "#app/domain/search/answer/numbers.ts";
import type { KeyedWord } from "#app/domain/search/answer/posting-source.ts";
import { type Role, type RoledKey, roles } from "#app/domain/search/index/word-roles.ts";

/**
 * The delta is looked through key by key where a beginning is asked for. So many keys are merged into the others, more
 * where there are many others: that costs a pass over all.
 */
const MAX_DELTA = 5000;

/** A word and a role in one number. */
const ROLES = 8;
/** Keys in letters and digits, that are found by their beginning too. */
const prefixRoles: readonly number[] = [roles.first, roles.spelling, roles.mention];

/** The keys of all words, with the words of each. */
export class TermDictionary {
  /** By key eight times the word, and the role; most keys have one such entry, which stands there alone. */
  private readonly entries = new Map<string, number | number[]>();
  /** Keys that are found by their beginning, in the order of JavaScript's `<`. */
  private sorted: string[] = [];
  /** Further ones that came later, in no order. */
  private delta = new Set<string>();
  /** Of each of `sorted` which letters it has, a bit each; made when it is first asked for. */
  private letters = new Int32Array(0);
  private isLoading = true;
  /** The highest number of a word that is known. */
  last = 0;

  /** Adds a word with its keys; words come in the order of their numbers. */
  add(word: number, keys: readonly RoledKey[]): void {
    for (const [key, role] of keys) {
      const entry = word * ROLES + role;
      const known = this.entries.get(key);
      if (known === undefined) this.entries.set(key, entry);
      else if (typeof known === "number") this.entries.set(key, [known, entry]);
      else known.push(entry);
      if (prefixRoles.includes(role) && this.sorted[this.indexOf(key)] !== key) this.delta.add(key);
    }
    this.last = word;
    if (!this.isLoading && this.delta.size > Math.max(MAX_DELTA, this.sorted.length / 8)) this.merge();
  }

  /** To be called after the first words: before, keys are put in no order. */
  loaded(): void {
    this.isLoading = false;
    this.merge();
  }

  wordsWith(key: string): KeyedWord[] {
    const entries = this.entries.get(key);
    if (entries === undefined) return [];
    return typeof entries === "number" ? [unpacked(entries)] : entries.map(unpacked);
  }

  wordsBeginning(start: string): KeyedWord[] {
    const words: KeyedWord[] = [];
    for (const key of this.keysBeginning(start)) words.push(...this.wordsWith(key));
    return words.filter(({ role }) => prefixRoles.includes(role));
  }

  /** Folded words that may be within so many letters of one, with the words that fold to them; and others. */
  *near(first: string, most: number): Generator<readonly [key: string, words: number[]]> {
    if (this.letters.length !== this.sorted.length) this.letters = Int32Array.from(this.sorted, lettersOf);
    const letters = lettersOf(first);
    const differ = (key: string, others: number) =>
      Math.abs(key.length - first.length) > most || countBits(letters ^ others) > 2 * most;
    for (const [index, key] of this.sorted.entries()) {
      if (!differ(key, intAt(this.letters, index))) yield* this.folding(key);
    }
    for (const key of this.delta) if (!differ(key, lettersOf(key))) yield* this.folding(key);
  }

  private *folding(key: string): Generator<readonly [key: string, words: number[]]> {
    const words = this.wordsWith(key).flatMap(({ word, role }) => (role === roles.first ? [word] : []));
    if (words.length > 0) yield [key, words];
  }

  private *keysBeginning(start: string): Generator<string> {
    for (let index = this.indexOf(start); this.sorted[index]?.startsWith(start); index++) {
      yield this.sorted[index] ?? "";
    }
    for (const key of this.delta) if (key.startsWith(start)) yield key;
  }

  /** Puts the keys of the delta in their order among the others. */
  private merge(): void {
    for (const key of this.sorted) this.delta.add(key);
    // Without a comparing function: strings are compared by their code units all the same, several times as fast.
    this.sorted = [...this.delta].sort();
    this.delta = new Set();
    this.letters = new Int32Array(0);
  }

  /** The first index whose key is not before a key. */
  private indexOf(key: string): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sorted[middle] ?? "") < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function unpacked(entry: number): KeyedWord {
  return { word: Math.floor(entry / ROLES), role: (entry % ROLES) as Role };
}

/** Which letters a key has: a bit for each of a to z, one for all others. */
function lettersOf(key: string): number {
  let letters = 0;
  for (let at = 0; at < key.length; at++) {
    const letter = key.charCodeAt(at) - 97;
    letters |= 1 << (letter >= 0 && letter < 26 ? letter : 26);
  }
  return letters;
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
