import { ANALYSER_VERSION } from "#app/language/analyser-version.ts";
import { STEM_LANGUAGES, type StemLanguage } from "#app/language/stem-languages.ts";
import { readForm, type Word } from "#app/language/word-forms.ts";

/**
 * What a key is to a word of the index: its exact form; the folded word; the folded word in another spelling; the stem
 * that stands for it in a language; a further stem; a document number that a text mentions; a record's own number.
 */
export const roles = { exact: 0, first: 1, spelling: 2, primaryStem: 3, stem: 4, mention: 5, own: 6 } as const;
export type Role = (typeof roles)[keyof typeof roles];

/** Which names of words are no words but numbers of documents, squeezed: those a text mentions, a record's own. */
export const MENTION_PREFIX = "# ";
export const OWN_PREFIX = "= ";

/**
 * How the languages of a name are stored: with the number of the analyser. What an earlier one read are other words,
 * whose keys may be other ones; they go with the last text that has them.
 */
export function storedLanguages(languages: string): string {
  const isNumber = [MENTION_PREFIX, OWN_PREFIX].includes(`${languages} `);
  return isNumber ? languages : `${languages}${ANALYSER_VERSION}`;
}

/** The name of a stored word; null where another analyser read it. */
export function nameOfStored(languages: string, form: string): string | null {
  const name = `${languages.replace(/\d+$/, "")} ${form}`;
  return storedLanguages(name.slice(0, name.indexOf(" "))) === languages ? name : null;
}

/** A key of a word and what it is to it. */
export type RoledKey = readonly [key: string, role: Role];

/** The keys of a word of the index, by its name, or what is stored of it; see `wordName`. */
export function wordKeys(name: string): RoledKey[] {
  const form = name.slice(name.indexOf(" ") + 1);
  if (name.startsWith(MENTION_PREFIX)) return [[form, roles.mention]];
  if (name.startsWith(OWN_PREFIX)) return [[form, roles.own]];
  const word = readForm(form, languagesNamed(name.slice(0, name.indexOf(" "))));
  return word === null ? [] : keysOf(word);
}

function keysOf(word: Word): RoledKey[] {
  const primaryStems = [...new Set(STEM_LANGUAGES.flatMap((language) => word.stems[language]?.[0] ?? []))];
  const others = word.keys.filter(
    (key) => key !== word.first && !word.spellings.includes(key) && !primaryStems.includes(key),
  );
  return [
    [word.exact, roles.exact],
    [word.first, roles.first],
    ...word.spellings.map((key): RoledKey => [key, roles.spelling]),
    ...primaryStems.map((key): RoledKey => [key, roles.primaryStem]),
    ...others.map((key): RoledKey => [key, roles.stem]),
  ];
}

function languagesNamed(joined: string): StemLanguage[] {
  const named: readonly string[] = joined.match(/../g) ?? [];
  return STEM_LANGUAGES.filter((language) => named.includes(language));
}
