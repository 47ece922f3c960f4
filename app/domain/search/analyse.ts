import { exactForm, fold } from "#app/domain/search/normalise.ts";
import { formsOf, romanisedForms, unchangedForm, type WordForms } from "#app/domain/search/word-forms.ts";

/** One word of a text. Offsets are UTF-16 code units of the text as given, whatever its normal form. */
export type Token = {
  readonly start: number;
  readonly end: number;
  /** The letters as they stand in the text. */
  readonly surface: string;
  /** NFC, lower case, digraph letters split; marks and script kept. */
  readonly exact: string;
  /** Everything the word is found by: the folded word first, then stems ("sr:", "en:") and other spellings. */
  readonly keys: readonly string[];
  /** The folded word and its stems one by one, for phrases. A stem the locale rules out is null. */
  readonly lanes: Lanes;
};

export type Lanes = readonly [first: string, serbian: string | null, english: string | null];

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{DI}]*(?:['’][sS](?![\p{L}\p{N}\p{M}]))?/gu;

/**
 * Words of a text with all keys they are found by.
 *
 * Without a locale the keys of every language are given; texts of this field mix languages, so that is the right
 * choice unless the text is known to be of one language throughout. With a locale only its stems are given:
 * Serbian for bs, hr, cnr, sr and mk, English for en, none for others.
 *
 * Words with ѓ or ќ, or gj or kj in Latin letters, are also keyed by the other spelling, words with "je" or "ije" also
 * as they are. Queries are not, so that all spellings of a query ask for exactly the same.
 */
export function analyse(text: string, locale?: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const surface = match[0];
    const exact = exactForm(surface);
    if (fold(exact) === "") continue;
    const forms = formsOf(exact);
    const others = locale === undefined || locale === "mk" ? romanisedForms(exact) : null;
    const keys = [...keysOf(forms, locale), ...(others === null ? [] : keysOf(others, locale)), unchangedForm(exact)];
    const lanes: Lanes = [
      forms.first,
      stemsSerbian(locale) ? forms.serbian : null,
      stemsEnglish(locale) ? forms.english : null,
    ];
    tokens.push({
      start: match.index,
      end: match.index + surface.length,
      surface,
      exact,
      keys: [...new Set(keys)],
      lanes,
    });
  }
  return tokens;
}

function keysOf(forms: WordForms, locale: string | undefined): string[] {
  const keys = [forms.first];
  if (stemsSerbian(locale)) keys.push(forms.serbian, ...(forms.sibilant === null ? [] : [forms.sibilant]));
  if (stemsEnglish(locale)) keys.push(forms.english);
  return keys;
}

function stemsSerbian(locale: string | undefined): boolean {
  return locale === undefined || /^(?:bs|hr|cnr|sr|mk)(?:-|$)/.test(locale);
}

function stemsEnglish(locale: string | undefined): boolean {
  return locale === undefined || /^en(?:-|$)/.test(locale);
}
