import type { StemLanguage } from "#app/language/stem-languages.ts";
import { readWord, type Word } from "#app/language/word-forms.ts";
import { hashOfWord } from "#app/language/word-scan.ts";

/** Words kept in each half of a memory. */
const MAX_WORDS = 60_000;
/** So many words of one hash are looked at: nobody can make the memory slow. */
const MAX_STEPS = 32;

const memories = new Map<string, WordMemory>();

/** The memory of words read in some languages. */
export function wordMemory(languages: readonly StemLanguage[]): WordMemory {
  const name = languages.join();
  let known = memories.get(name);
  if (known === undefined) {
    known = new WordMemory(languages);
    memories.set(name, known);
  }
  return known;
}

/**
 * `readWord`, remembering what was read last, between 60,000 and 120,000 words: texts repeat their words, and reading
 * one costs far more than looking it up. They are looked up in the texts as they stand, without a string for each.
 */
export class WordMemory {
  private readonly languages: readonly StemLanguage[];
  private recent = new Words();
  private earlier = new Words();

  constructor(languages: readonly StemLanguage[]) {
    this.languages = languages;
  }

  /** @param hash its `hashOfWord` */
  read(text: string, start: number, end: number, hash: number): Word | null {
    let entry = this.recent.find(text, start, end, hash);
    if (entry !== null) return entry.word;
    entry = this.earlier.find(text, start, end, hash) ?? this.readAnew(text.slice(start, end), hash);
    if (this.recent.size >= MAX_WORDS) {
      this.earlier = this.recent;
      this.recent = new Words();
    }
    this.recent.add(entry);
    return entry.word;
  }

  readWhole(surface: string): Word | null {
    return this.read(surface, 0, surface.length, hashOfWord(surface, 0, surface.length));
  }

  private readAnew(written: string, hash: number): Entry {
    // A copy, since a longer part of a string keeps the whole of it in memory.
    const surface = written.length < 13 ? written : Array.from(written).join("");
    const word = readWord(surface, this.languages);
    return { surface, hash, word };
  }
}

interface Entry {
  readonly surface: string;
  readonly hash: number;
  readonly word: Word | null;
}

/** Words by hash, in a table with open addressing. */
class Words {
  private readonly entries: Entry[] = [];
  /** The hash and one more than the index in `entries`, side by side; 0 where there is none. */
  private slots = new Int32Array(2048);

  get size(): number {
    return this.entries.length;
  }

  find(text: string, start: number, end: number, hash: number): Entry | null {
    const slots = this.slots;
    const mask = slots.length - 2;
    let slot = (hash << 1) & mask;
    for (let step = 0; step < MAX_STEPS; step++) {
      const index = slots[slot + 1] as number;
      if (index === 0) return null;
      if (slots[slot] === hash) {
        const entry = this.entries[index - 1] as Entry;
        if (entry.surface.length === end - start && text.startsWith(entry.surface, start)) return entry;
      }
      slot = (slot + 2) & mask;
    }
    return null;
  }

  /** One that is not there, if there is room near its hash. */
  add(entry: Entry): void {
    this.entries.push(entry);
    if (this.entries.length * 4 > this.slots.length) this.grow();
    else this.put(entry.hash, this.entries.length);
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    for (const [at, { hash }] of this.entries.entries()) this.put(hash, at + 1);
  }

  private put(hash: number, index: number): void {
    const slots = this.slots;
    const mask = slots.length - 2;
    let slot = (hash << 1) & mask;
    for (let step = 0; step < MAX_STEPS; step++) {
      if (slots[slot + 1] === 0) {
        slots[slot] = hash;
        slots[slot + 1] = index;
        return;
      }
      slot = (slot + 2) & mask;
    }
  }
}
