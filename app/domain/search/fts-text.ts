import { analyse } from "#app/domain/search/analyse.ts";
import { findIdentifiers } from "#app/domain/search/identifiers.ts";

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
 * The columns of one text. `keys` holds three lanes one after the other, each with one token per word in the order of
 * the text, so that phrases can be asked for in any of them: folded words, Serbian stems, English stems. What is left
 * (undone sibilants, other romanisations, identifiers) follows, parted by barriers.
 *
 * The `identifiers` of a text are those it mentions, and they are among its keys too: put only a record's own numbers
 * into the table's `identifiers` column, and the record will stand before those that cite it.
 */
export function indexText(text: string, locale?: string): IndexedText {
  const tokens = analyse(text, locale);
  const identifiers = [
    ...new Set(findIdentifiers(text).flatMap((found) => [found.key, ...found.sameAs, ...found.bases])),
  ];
  const lanes = [0, 1, 2].flatMap((lane) => {
    const keys = tokens.flatMap((token) => token.lanes[lane] ?? []);
    return keys.length === 0 ? [] : [keys.map(ftsToken).join(" ")];
  });
  const extras = [
    ...new Set(tokens.flatMap((token) => token.keys.filter((key) => !token.lanes.includes(key)))),
    ...identifiers,
  ];
  return {
    exact: tokens.map((token) => ftsToken(token.exact)).join(" "),
    keys: [...lanes, ...extras.map(ftsToken)].join(` ${BARRIER} `),
    identifiers: identifiers.join(" "),
  };
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
