import { analyse } from "#app/domain/search/analyse.ts";
import { findIdentifiers } from "#app/domain/search/identifiers.ts";
import { STEM_LANGUAGES, type StemLanguage } from "#app/domain/search/stem-languages.ts";
import { laneKey, type Word } from "#app/domain/search/word-forms.ts";

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

/** A word as its columns hold it. */
type StoredWord = {
  readonly exact: string;
  readonly first: string;
  readonly languages: readonly StemLanguage[];
  readonly lanes: { readonly [Language in StemLanguage]?: string };
  readonly others: readonly string[];
};
const storedWords = new WeakMap<Word, StoredWord>();

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
  const known = storedWords.get(word);
  if (known !== undefined) return known;
  const languages = STEM_LANGUAGES.filter((language) => (word.stems[language] ?? []).length > 0);
  const lanes = new Map(languages.map((language) => [language, laneKey(word, language)]));
  const inLanes = new Set([word.first, ...lanes.values()]);
  const stored: StoredWord = {
    exact: ftsToken(word.exact),
    first: ftsToken(word.first),
    languages,
    lanes: Object.fromEntries([...lanes].map(([language, key]) => [language, ftsToken(key)])),
    others: word.keys.filter((key) => !inLanes.has(key)).map(ftsToken),
  };
  storedWords.set(word, stored);
  return stored;
}

/**
 * A key in letters every FTS5 tokenizer leaves alone. Any other character, and q itself, becomes q and its code point
 * in base 36: two digits, or "zz" and four. No two keys meet, and the prefix of a key stays a prefix.
 */
export function ftsToken(key: string): string {
  return key.replace(/[^a-pr-z0-9]/gu, (letter) => {
    const code = (letter.codePointAt(0) ?? 0).toString(36);
    return code.length <= 2 && code !== "zz" ? `q${code.padStart(2, "0")}` : `qzz${code.padStart(4, "0")}`;
  });
}
