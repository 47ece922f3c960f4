import { stemLanguagesOf } from "#app/language/stem-languages.ts";
import { type WordMemory, wordMemory } from "#app/language/word-memory.ts";
import { eachWord, otherHashOfWord } from "#app/language/word-scan.ts";

/** Numbers names of words in the order in which they come, each once; see `wordName`. */
export interface WordBook {
  /** By place. */
  readonly names: string[];
  placeOf(name: string): number;
  /** Places of the words of a text in its order, where that is known without reading them; else null. */
  placesIn(text: string, locale: string | undefined): Uint32Array | null;
}

/** A book for one document. */
export function wordBook(): WordBook {
  const places = new Map<string, number>();
  const names: string[] = [];
  const placeOf = (name: string): number => {
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, names.length);
    return names.push(name) - 1;
  };
  return { names, placeOf, placesIn: () => null };
}

/**
 * A book for very many documents. It knows words by two hashes with seeds that nobody knows, 64 bits together, and does
 * not look at their letters again: most of the time that reading a text takes is waiting for memory.
 */
export function lastingWordBook(): WordBook {
  const book = wordBook();
  const known = new Map<string, { memory: WordMemory; values: Values }>();
  let room = new Uint32Array(1024);
  const placesIn: WordBook["placesIn"] = (text, locale) => {
    const languages = stemLanguagesOf(locale);
    const name = languages.join();
    const { memory, values } = known.get(name) ?? { memory: wordMemory(languages), values: new Values() };
    known.set(name, { memory, values });
    if (room.length <= text.length) room = new Uint32Array(text.length * 2);
    let count = 0;
    let quotes = false;
    eachWord(text, (start, end, hash) => {
      const other = otherHashOfWord(text, start, end);
      let value = values.find(hash, other);
      if (value === UNKNOWN) {
        const word = memory.read(text, start, end, hash);
        if (word === null) value = NOTHING;
        else if (word.typicalOf !== null && !languages.includes(word.typicalOf)) value = QUOTED;
        else value = book.placeOf(word.name) + FIRST;
        values.add(hash, other, value);
      }
      if (value >= FIRST) room[count++] = value - FIRST;
      else if (value === QUOTED) quotes = true;
    });
    // What is quoted in another language is read in both, which depends on the words around.
    return quotes ? null : room.slice(0, count);
  };
  return { ...book, placesIn };
}

/** What a word is known to be: not known, nothing to find anything by, of another language, or one more than these and its place. */
const UNKNOWN = 0;
const NOTHING = 1;
const QUOTED = 2;
const FIRST = 3;

/** More words than these are forgotten together: 16 MB. */
const MOST_VALUES = 500_000;
const WIDTH = 3;

/** Values by two hashes, in a table with open addressing. */
class Values {
  /** Two hashes and a value side by side. */
  #slots = new Int32Array(4096 * WIDTH);
  #size = 0;

  find(hash: number, other: number): number {
    const slots = this.#slots;
    for (let slot = this.#firstSlot(hash); ; slot = this.#after(slot)) {
      const value = slots[slot + 2] as number;
      if (value === UNKNOWN || (slots[slot] === hash && slots[slot + 1] === other)) return value;
    }
  }

  /** One that is not there. */
  add(hash: number, other: number, value: number): void {
    if (this.#size === MOST_VALUES) {
      this.#slots.fill(0);
      this.#size = 0;
    } else if (this.#size * WIDTH * 2 >= this.#slots.length) this.#grow();
    this.#put(hash, other, value);
    this.#size++;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 2);
    for (let slot = 0; slot < before.length; slot += WIDTH) {
      const value = before[slot + 2] as number;
      if (value !== UNKNOWN) this.#put(before[slot] as number, before[slot + 1] as number, value);
    }
  }

  #put(hash: number, other: number, value: number): void {
    let slot = this.#firstSlot(hash);
    while (this.#slots[slot + 2] !== UNKNOWN) slot = this.#after(slot);
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = other;
    this.#slots[slot + 2] = value;
  }

  #firstSlot(hash: number): number {
    return ((hash >>> 0) % (this.#slots.length / WIDTH)) * WIDTH;
  }

  #after(slot: number): number {
    return slot + WIDTH === this.#slots.length ? 0 : slot + WIDTH;
  }
}
