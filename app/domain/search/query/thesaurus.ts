import { type IdentifierTerm, letterCount, termsOf, type WordTerm } from "#app/domain/search/query/terms.ts";
import { STEM_LANGUAGES } from "#app/language/stem-languages.ts";
import seed from "#content/taxonomy/synonyms.json";

/** Names of one thing in several languages. `related` names neighbouring things and is not searched by itself. */
export interface SynonymGroup {
  readonly same: readonly string[];
  readonly related?: readonly string[];
}

type Item = WordTerm | IdentifierTerm;
/** Another name of what was typed; `label` is what a result shows. */
export interface Synonym {
  readonly label: string;
  readonly items: readonly Item[];
}
export type Thesaurus = readonly (readonly Synonym[])[];

/** Names this short are mostly abbreviations: they are compared as written, never by stem. */
const SHORT_NAME = 4;

/** The thesaurus the product ships with. */
export const shippedThesaurus: Thesaurus = buildThesaurus(seed);

/** Prepares groups of synonyms for `expansionAt`. Names without a word are passed over. */
export function buildThesaurus(groups: readonly SynonymGroup[]): Thesaurus {
  return groups.map((group) =>
    group.same.map((label) => ({ label, items: termsOf(label) })).filter((synonym) => synonym.items.length > 0),
  );
}

/**
 * The longest name that begins at an item of a query, and all other names of the same thing; null where none begins.
 * Names in several groups bring the synonyms of all of them.
 */
export function expansionAt(
  thesaurus: Thesaurus,
  items: readonly Item[],
  at: number,
): { readonly length: number; readonly synonyms: readonly Synonym[] } | null {
  let length = 0;
  const synonyms = new Map<string, Synonym>();
  for (const group of thesaurus) {
    const named = group.filter((name) => beginsAt(name, items, at));
    const longest = Math.max(0, ...named.map((name) => name.items.length));
    if (longest === 0 || longest < length) continue;
    if (longest > length) synonyms.clear();
    length = longest;
    for (const other of group) {
      const typed = other.items.length === longest && beginsAt(other, items, at);
      if (!typed && !synonyms.has(spelling(other))) synonyms.set(spelling(other), other);
    }
  }
  return length === 0 ? null : { length, synonyms: [...synonyms.values()] };
}

/** Whether a word is only to be compared as written. */
export function isShortName(word: WordTerm): boolean {
  return letterCount(word.forms.first) <= SHORT_NAME;
}

/**
 * Keys of a word; two words that share one mean the same as far as their letters tell, in whatever script, spelling and
 * ending.
 */
export function meaningKeys(item: Item): readonly string[] {
  let keys = knownKeys.get(item);
  if (keys === undefined) {
    const stems = item.kind === "word" && !isShortName(item) ? item.forms.stems : {};
    keys = [keyOf(item), ...STEM_LANGUAGES.flatMap((language) => stems[language] ?? [])];
    knownKeys.set(item, keys);
  }
  return keys;
}

const knownKeys = new WeakMap<Item, readonly string[]>();

function beginsAt(name: Synonym, items: readonly Item[], at: number): boolean {
  return name.items.every((item, index) => {
    const typed = items[at + index];
    return typed !== undefined && meaningKeys(item).some((key) => meaningKeys(typed).includes(key));
  });
}

function keyOf(item: Item): string {
  return item.kind === "word" ? item.forms.first : item.identifier.key;
}

function spelling(name: Synonym): string {
  return name.items.map(keyOf).join(" ");
}
