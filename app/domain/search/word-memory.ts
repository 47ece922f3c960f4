import type { StemLanguage } from "#app/domain/search/stem-languages.ts";
import { readWord, type Word } from "#app/domain/search/word-forms.ts";

type Known = Map<string, Word | null>;

/** Words kept per combination of languages: half of the memory. */
const MOST_WORDS = 20_000;

const memories = new Map<string, (surface: string) => Word | null>();

/**
 * `readWord` for some languages, remembering what it gave: texts repeat their words, and reading one costs far more than
 * looking it up. The words that were met last are kept, at most twice `MOST_WORDS`.
 */
export function wordMemory(languages: readonly StemLanguage[]): (surface: string) => Word | null {
  const name = languages.join();
  const known = memories.get(name) ?? remembering((surface) => readWord(surface, languages));
  memories.set(name, known);
  return known;
}

function remembering(read: (surface: string) => Word | null): (surface: string) => Word | null {
  let recent: Known = new Map();
  let earlier: Known = new Map();
  return (surface) => {
    let word = recent.get(surface);
    if (word !== undefined) return word;
    word = earlier.get(surface);
    if (word === undefined) word = read(surface);
    if (recent.size >= MOST_WORDS) {
      earlier = recent;
      recent = new Map();
    }
    recent.set(detached(surface), word);
    return word;
  };
}

/** A copy, since a longer part of a string keeps the whole of it in memory. */
function detached(surface: string): string {
  return surface.length < 13 ? surface : Array.from(surface).join("");
}
