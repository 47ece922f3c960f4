import { analyse } from "#app/domain/search/analyse.ts";
import { ftsToken } from "#app/domain/search/fts-token.ts";
import { findIdentifiers } from "#app/domain/search/identifiers.ts";
import { STEM_LANGUAGES, type StemLanguage } from "#app/domain/search/stem-languages.ts";
import type { StoredWord, Word } from "#app/domain/search/word-forms.ts";

/** What the full-text table stores for one text; each is a line of tokens in a-z and 0-9, a space between two. */
export type IndexedText = {
  /** The words as written, one token each, for ranking. */
  readonly exact: string;
  /** Everything the words are found by. */
  readonly keys: string;
  /** Identifiers named in the text, squeezed. */
  readonly identifiers: string;
};

/** Stands where a phrase must not reach across; no word can come out like it, since NUL is in no word. */
const BARRIER = ftsToken("\0");

/**
 * The columns of one text. `keys` holds lanes one after the other, each with one token per word in the order of the
 * text, so that phrases can be asked for in any of them: folded words, then for every language stems were given in the
 * first stem of each word. What is left (further stems, other spellings, identifiers) follows, parted by barriers.
 *
 * The `identifiers` of a text are those it mentions, and they are among its keys too: put only a record's own numbers
 * into the table's `identifiers` column, and the record will stand before those that cite it.
 */
export function indexText(text: string, locale?: string): IndexedText {
  const words = analyse(text, locale).map(({ word }) => storedWord(word));
  const exact: string[] = [];
  const first: string[] = [];
  const languages = new Set<StemLanguage>();
  const others = new Set<string>();
  for (const word of words) {
    exact.push(word.exact);
    first.push(word.first);
    for (const language of word.languages) languages.add(language);
    for (const key of word.others) others.add(key);
  }
  const lanes = [...languages].map((language) => words.map((word) => word.lanes[language] ?? word.first));
  const identifiers = [
    ...new Set(findIdentifiers(text).flatMap((found) => [found.key, ...found.sameAs, ...found.bases])),
  ];
  const keys = [first, ...lanes].flatMap((lane) => (lane.length === 0 ? [] : [lane.join(" ")]));
  return {
    exact: exact.join(" "),
    keys: [...keys, ...others, ...identifiers.map(ftsToken)].join(` ${BARRIER} `),
    identifiers: identifiers.join(" "),
  };
}

function storedWord(word: Word): StoredWord {
  if (word.stored !== null) return word.stored;
  const first = ftsToken(word.first);
  const languages: StemLanguage[] = [];
  const lanes: { [Language in StemLanguage]?: string } = {};
  const inLanes = [word.first];
  for (const language of STEM_LANGUAGES) {
    const key = word.stems[language]?.[0];
    if (key === undefined) continue;
    languages.push(language);
    lanes[language] = ftsToken(key);
    inLanes.push(key);
  }
  const others = word.keys.filter((key) => !inLanes.includes(key)).map(ftsToken);
  word.stored = { exact: word.exact === word.first ? first : ftsToken(word.exact), first, languages, lanes, others };
  return word.stored;
}
