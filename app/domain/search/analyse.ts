import { type StemLanguage, stemLanguagesOf } from "#app/domain/search/stem-languages.ts";
import type { Word } from "#app/domain/search/word-forms.ts";
import { wordMemory } from "#app/domain/search/word-memory.ts";

/** One word of a text. Offsets are UTF-16 code units of the text as given, whatever its normal form. */
export type Token = {
  readonly start: number;
  readonly end: number;
  /** The letters as they stand in the text. */
  readonly surface: string;
  readonly word: Word;
};

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{DI}]*(?:['’][sS](?![\p{L}\p{N}\p{M}]))?/gu;

/** Words of English and of no language around it here, which show that what stands beside them is a quotation. */
const ENGLISH = /^(?:the|of|and|for|from|with|by)$/i;
/** How many words to both sides of such a word are read as English too. */
const QUOTED = 6;

/**
 * Words of a text with all keys they are found by.
 *
 * With a locale only the stems of its language are given, which keeps words apart that only look alike in another; a
 * title quoted in English also gets English ones. Without a locale those of every language are given.
 */
export function analyse(text: string, locale?: string): Token[] {
  const languages = stemLanguagesOf(locale);
  const read = wordMemory(languages);
  const tokens: Token[] = [];
  const english: number[] = [];
  for (const match of text.matchAll(WORD)) {
    const surface = match[0];
    const word = read(surface);
    if (word === null) continue;
    if (surface.length < 5 && ENGLISH.test(surface)) english.push(tokens.length);
    tokens.push({ start: match.index, end: match.index + surface.length, surface, word });
  }
  if (english.length > 0 && !languages.includes("en")) readAsEnglish(tokens, english, languages);
  return tokens;
}

/** Gives English stems as well to the words around some. */
function readAsEnglish(tokens: Token[], around: readonly number[], languages: readonly StemLanguage[]): void {
  const read = wordMemory([...languages, "en"]);
  let next = 0;
  for (const at of around) {
    const end = Math.min(at + QUOTED + 1, tokens.length);
    for (next = Math.max(next, at - QUOTED); next < end; next++) {
      const token = tokens[next] as Token;
      tokens[next] = { ...token, word: read(token.surface) ?? token.word };
    }
  }
}
