import { type GrowableArray, growableIntegers } from "#app/domain/search/answer/growable-array.ts";
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
const prefixRoles: readonly number[] = [roles.first, roles.spelling, roles.mention];

/** The keys of all words, in order, with the words of each. */
export class TermDictionary {
  /** In the order of JavaScript's `<`. */
  private keys: string[] = [];
  /** Where the words of a key begin in `entries`. */
  private starts: GrowableArray<Int32Array> = growableIntegers();
  /** Eight times the word, and the role. */
  private entries: GrowableArray<Int32Array> = growableIntegers();
  /** Of each key which letters it has, a bit each; made when it is first asked for. */
  private letters = new Int32Array(0);
  /** Keys that came later, by key. */
  private readonly delta = new Map<string, number[]>();
  private isLoading = true;
  /** The highest number of a word that is known. */
  last = 0;

  /** Adds a word with its keys; words come in the order of their numbers. */
  add(word: number, keys: readonly RoledKey[]): void {
    for (const [key, role] of keys) {
      const known = this.delta.get(key);
      if (known) known.push(word * ROLES + role);
      else this.delta.set(key, [word * ROLES + role]);
    }
    this.last = word;
    if (!this.isLoading && this.delta.size > Math.max(MAX_DELTA, this.keys.length / 8)) this.merge();
  }

  /** To be called after the first words: before, keys are put in no order. */
  loaded(): void {
    this.isLoading = false;
    this.merge();
  }

  wordsWith(key: string): KeyedWord[] {
    const words: KeyedWord[] = [];
    const index = this.indexOf(key);
    if (this.keys[index] === key) this.put(index, words);
    for (const entry of this.delta.get(key) ?? []) words.push(unpacked(entry));
    return words;
  }

  wordsBeginning(start: string): KeyedWord[] {
    const words: KeyedWord[] = [];
    for (let index = this.indexOf(start); this.keys[index]?.startsWith(start); index++) this.put(index, words);
    for (const [key, entries] of this.delta) {
      if (key.startsWith(start)) for (const entry of entries) words.push(unpacked(entry));
    }
    return words.filter(({ role }) => prefixRoles.includes(role));
  }

  /** Folded words that may be within so many letters of one, with the words that fold to them; and others. */
  *near(first: string, most: number): Generator<readonly [key: string, words: number[]]> {
    if (this.letters.length !== this.keys.length) this.letters = Int32Array.from(this.keys, lettersOf);
    const letters = lettersOf(first);
    const differ = (key: string, others: number) =>
      Math.abs(key.length - first.length) > most || countBits(letters ^ others) > 2 * most;
    for (const [index, key] of this.keys.entries()) {
      if (differ(key, intAt(this.letters, index))) continue;
      const folded = foldingTo(this.wordsWith(key));
      if (folded.length > 0) yield [key, folded];
    }
    for (const key of this.delta.keys()) {
      if (differ(key, lettersOf(key)) || this.keys[this.indexOf(key)] === key) continue;
      const folded = foldingTo(this.wordsWith(key));
      if (folded.length > 0) yield [key, folded];
    }
  }

  /** Puts the keys of the delta in their order among the others. */
  private merge(): void {
    const { keys, entries, starts } = this;
    // Without a comparing function: strings are compared by their code units all the same, several times as fast.
    const added = [...this.delta.keys()].sort();
    this.letters = new Int32Array(0);
    this.keys = [];
    this.starts = growableIntegers();
    this.entries = growableIntegers();
    let index = 0;
    const begin = (key: string) => {
      this.keys.push(key);
      this.starts.push(this.entries.length);
    };
    const take = () => {
      const end = index + 1 < starts.length ? starts.at(index + 1) : entries.length;
      for (let at = starts.at(index); at < end; at++) this.entries.push(entries.at(at));
      index++;
    };
    for (const key of added) {
      for (let known = keys[index]; known !== undefined && known < key; known = keys[index]) {
        begin(known);
        take();
      }
      begin(key);
      if (keys[index] === key) take();
      for (const entry of this.delta.get(key) ?? []) this.entries.push(entry);
    }
    for (let known = keys[index]; known !== undefined; known = keys[index]) {
      begin(known);
      take();
    }
    this.delta.clear();
  }

  /** The first index whose key is not before a key. */
  private indexOf(key: string): number {
    let low = 0;
    let high = this.keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.keys[middle] ?? "") < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private put(index: number, into: KeyedWord[]): void {
    const end = index + 1 < this.starts.length ? this.starts.at(index + 1) : this.entries.length;
    for (let at = this.starts.at(index); at < end; at++) into.push(unpacked(this.entries.at(at)));
  }
}

function unpacked(entry: number): KeyedWord {
  return { word: Math.floor(entry / ROLES), role: (entry % ROLES) as Role };
}

function foldingTo(words: readonly KeyedWord[]): number[] {
  return words.flatMap(({ word, role }) => (role === roles.first ? [word] : []));
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
