import { type Growing, growingIntegers } from "#app/domain/search/answer/growable-array.ts";
import type { KeyedWord } from "#app/domain/search/answer/postings-source.ts";
import { type Role, type RoledKey, roles } from "#app/domain/search/index/word-roles.ts";

/**
 * Keys that came later are looked through one by one where a beginning is asked for. So many are put in their order among
 * the others, more where there are many others: that costs a pass over all.
 */
const MOST_LATER = 5000;

/** A word and a role in one number. */
const ROLES = 8;
const beginRoles: readonly number[] = [roles.first, roles.spelling, roles.mention];

/** The keys of all words, in order, with the words of each. */
export class MemoryWords {
  /** In the order of JavaScript's `<`. */
  #keys: string[] = [];
  /** Where the words of a key begin in `#words`. */
  #starts: Growing<Int32Array> = growingIntegers();
  /** Eight times the word, and the role. */
  #words: Growing<Int32Array> = growingIntegers();
  #inOrder = true;
  /** Of each key which letters it has, a bit each; made when it is first asked for. */
  #letters = new Int32Array(0);
  readonly #later = new Map<string, number[]>();
  /** The highest number of a word that is known. */
  last = 0;

  /** Adds a key; those of the first load come in the order of the database. */
  load(key: string, role: number, word: number): void {
    const before = this.#keys.at(-1);
    if (before !== key) {
      if (before !== undefined && before > key) this.#inOrder = false;
      this.#keys.push(key);
      this.#starts.push(this.#words.length);
    }
    this.#words.push(word * ROLES + role);
    if (word > this.last) this.last = word;
  }

  /** To be called after the last `load`. */
  loaded(): void {
    if (!this.#inOrder) this.#sort([...this.#all()]);
  }

  /** Adds a word that came later, with its keys. */
  add(word: number, keys: readonly RoledKey[]): void {
    for (const [key, role] of keys) {
      const known = this.#later.get(key);
      if (known) known.push(word * ROLES + role);
      else this.#later.set(key, [word * ROLES + role]);
    }
    if (word > this.last) this.last = word;
    if (this.#later.size > Math.max(MOST_LATER, this.#keys.length / 8)) this.#merge();
  }

  wordsWith(key: string): KeyedWord[] {
    const words: KeyedWord[] = [];
    const place = this.#placeOf(key);
    if (this.#keys[place] === key) this.#put(place, words);
    for (const entry of this.#later.get(key) ?? []) words.push(unpacked(entry));
    return words;
  }

  wordsBeginning(start: string): KeyedWord[] {
    const words: KeyedWord[] = [];
    for (let place = this.#placeOf(start); this.#keys[place]?.startsWith(start); place++) this.#put(place, words);
    for (const [key, entries] of this.#later) {
      if (key.startsWith(start)) for (const entry of entries) words.push(unpacked(entry));
    }
    return words.filter(({ role }) => beginRoles.includes(role));
  }

  /** Folded words that may be within so many letters of one, with the words that fold to them; and others. */
  *near(first: string, most: number): Generator<readonly [key: string, words: number[]]> {
    if (this.#letters.length !== this.#keys.length) this.#letters = Int32Array.from(this.#keys, lettersOf);
    const letters = lettersOf(first);
    const differ = (key: string, others: number) =>
      Math.abs(key.length - first.length) > most || countBits(letters ^ others) > 2 * most;
    for (let place = 0; place < this.#keys.length; place++) {
      const key = this.#keys[place] as string;
      if (differ(key, this.#letters[place] as number)) continue;
      const folded = foldingTo(this.wordsWith(key));
      if (folded.length > 0) yield [key, folded];
    }
    for (const key of this.#later.keys()) {
      if (differ(key, lettersOf(key)) || this.#keys[this.#placeOf(key)] === key) continue;
      const folded = foldingTo(this.wordsWith(key));
      if (folded.length > 0) yield [key, folded];
    }
  }

  *#all(): Generator<[string, number[]]> {
    for (let place = 0; place < this.#keys.length; place++) {
      yield [this.#keys[place] as string, Array.from(this.#words.values.subarray(...this.#rangeOf(place)))];
    }
  }

  #sort(all: [string, number[]][]): void {
    all.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
    this.#keys = [];
    this.#letters = new Int32Array(0);
    this.#starts = growingIntegers();
    this.#words = growingIntegers();
    for (const [key, words] of all) {
      this.#keys.push(key);
      this.#starts.push(this.#words.length);
      for (const word of words) this.#words.push(word);
    }
    this.#inOrder = true;
  }

  /** Puts the keys that came later in their order. */
  #merge(): void {
    const later = [...this.#later].sort(([one], [other]) => (one < other ? -1 : 1));
    const keys = this.#keys;
    const words = this.#words;
    const starts = this.#starts;
    this.#later.clear();
    this.#letters = new Int32Array(0);
    this.#keys = [];
    this.#starts = growingIntegers();
    this.#words = growingIntegers();
    const begin = (key: string) => {
      this.#keys.push(key);
      this.#starts.push(this.#words.length);
    };
    const take = (place: number) => {
      const end = place + 1 < starts.length ? (starts.values[place + 1] as number) : words.length;
      for (let at = starts.values[place] as number; at < end; at++) this.#words.push(words.values[at] as number);
    };
    let place = 0;
    for (const [key, entries] of later) {
      for (; place < keys.length && (keys[place] as string) < key; place++) {
        begin(keys[place] as string);
        take(place);
      }
      begin(key);
      if (keys[place] === key) take(place++);
      for (const entry of entries) this.#words.push(entry);
    }
    for (; place < keys.length; place++) {
      begin(keys[place] as string);
      take(place);
    }
  }

  /** The first place whose key is not before a key. */
  #placeOf(key: string): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] as string) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #rangeOf(place: number): [number, number] {
    const end = place + 1 < this.#starts.length ? this.#starts.values[place + 1] : this.#words.length;
    return [this.#starts.values[place] as number, end as number];
  }

  #put(place: number, into: KeyedWord[]): void {
    const [from, to] = this.#rangeOf(place);
    for (let at = from; at < to; at++) into.push(unpacked(this.#words.values[at] as number));
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
