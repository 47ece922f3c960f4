import { remember } from "#app/domain/search/remember.ts";
import type { StemLanguage } from "#app/domain/search/stem-languages.ts";
import { readWord, type Word } from "#app/domain/search/word-forms.ts";

const memories = new Map<string, (surface: string) => Word | null>();

/** `readWord` for some languages, remembering. */
export function wordMemory(languages: readonly StemLanguage[]): (surface: string) => Word | null {
  const name = languages.join();
  const known = memories.get(name) ?? remember((surface: string) => readWord(surface, languages), detached);
  memories.set(name, known);
  return known;
}

/** A copy, since a longer part of a string keeps the whole of it in memory. */
function detached(surface: string): string {
  return surface.length < 13 ? surface : Array.from(surface).join("");
}
