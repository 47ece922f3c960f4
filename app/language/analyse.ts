import { STEM_LANGUAGES, type StemLanguage, stemLanguagesOf } from "#app/language/stem-languages.ts";
import type { Word } from "#app/language/word-forms.ts";
import { wordMemory } from "#app/language/word-memory.ts";
import { eachWord } from "#app/language/word-scan.ts";

/** One word of a text. Offsets are UTF-16 code units of the text as given, whatever its normal form. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: Word;
}

/** How many words to both sides of one typical of a language are read in that language as well. */
const QUOTED = 6;

/**
 * Words of a text with all keys they are found by.
 *
 * With a locale only the stems of its language are given, which keeps words apart that only look alike in another; what
 * is quoted in another language, or written in it against the locale, also gets those of that one, as far as frequent
 * words show it. Without a locale those of every language are given.
 */
export function analyse(text: string, locale?: string): Token[] {
  const languages = stemLanguagesOf(locale);
  const memory = wordMemory(languages);
  const tokens: Token[] = [];
  let quoted = false;
  eachWord(text, (start, end, hash) => {
    const word = memory.read(text, start, end, hash);
    if (word === null) return;
    quoted ||= word.typicalOf !== null && !languages.includes(word.typicalOf);
    tokens.push({ start, end, word });
  });
  return quoted ? withQuotations(text, tokens, languages) : tokens;
}

function withQuotations(text: string, tokens: readonly Token[], languages: readonly StemLanguage[]): Token[] {
  const others = STEM_LANGUAGES.filter((language) => !languages.includes(language));
  const near = others.map((language) => placesNear(tokens, language));
  return tokens.map((token, at) => {
    const also = others.filter((_, index) => near[index]?.[at] === 1);
    if (also.length === 0) return token;
    const surface = text.slice(token.start, token.end);
    return { ...token, word: wordMemory([...languages, ...also]).readWhole(surface) ?? token.word };
  });
}

/** 1 for every word near one that is typical of a language. */
function placesNear(tokens: readonly Token[], language: StemLanguage): Uint8Array {
  const near = new Uint8Array(tokens.length);
  for (const [at, { word }] of tokens.entries()) {
    if (word.typicalOf === language) near.fill(1, Math.max(0, at - QUOTED), at + QUOTED + 1);
  }
  return near;
}
