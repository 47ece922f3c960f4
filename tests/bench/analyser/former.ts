import { stemmer as porter } from "@orama/stemmers/english";
import { stemmer as snowball } from "@orama/stemmers/serbian";
import { exactForm, fold, foldMarks } from "#app/language/normalise.ts";

/**
 * The scheme before the stemmers of our own, as an anchor: folded words with their Snowball Serbian and Porter stems,
 * the sibilant undone, and words and stems of five letters or more as beginnings.
 */
export interface FormerForms {
  readonly first: string;
  readonly serbian: string;
  readonly english: string;
}

const VELARS = new Map([
  ["c", "k"],
  ["z", "g"],
  ["s", "h"],
]);

export function formerForms(word: string): FormerForms {
  const first = fold(exactForm(word));
  return { first, serbian: stemWith(snowball, first), english: stemWith(porter, first) };
}

/** Keys a text was indexed by, marked like those of today. */
export function formerKeys(word: string): string[] {
  const { first, serbian, english } = formerForms(word);
  const keys = [first, foldMarks(exactForm(word)), `sr:${serbian}`, `en:${english}`];
  return [...new Set([...keys, ...sibilant(serbian)])];
}

/** What a word was looked for by: whole keys, and beginnings of keys. */
export function formerPatterns(word: string): { readonly key: string; readonly prefix: boolean }[] {
  const { first, serbian, english } = formerForms(word);
  const beginnings = [...new Set([first, serbian])].map((key) => ({
    key,
    prefix: key.length >= 5 && /\p{L}$/u.test(key),
  }));
  const stems = [`sr:${serbian}`, `en:${english}`, ...sibilant(serbian)];
  return [...beginnings, ...stems.map((key) => ({ key, prefix: false }))];
}

/** Whether the former scheme brought a form together with a word someone searched for. */
export function formerMet(asked: string, form: string): boolean {
  const keys = formerKeys(form);
  return formerPatterns(asked).some(({ key, prefix }) =>
    keys.some((other) => (prefix ? other.startsWith(key) : other === key)),
  );
}

function sibilant(stem: string): string[] {
  const velar = VELARS.get(stem.slice(-1));
  return velar === undefined || stem.length <= 3 ? [] : [`sr:${stem.slice(0, -1)}${velar}`];
}

function stemWith(stemmer: (word: string) => string, folded: string): string {
  if (!/^[a-z]{3,}$/.test(folded)) return folded;
  const stem = stemmer(folded);
  return stem.length < 3 ? folded : stem;
}

/** A key in letters and digits that no tokenizer of FTS5 parts. */
export function ftsToken(key: string): string {
  return key.replace(/[^a-pr-z0-9]/gu, (letter) => `q${(letter.codePointAt(0) ?? 0).toString(36).padStart(4, "0")}`);
}
