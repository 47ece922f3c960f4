import { WordInterner } from "#app/domain/search/index/word-interner.ts";
import { MENTION_PREFIX, OWN_PREFIX } from "#app/domain/search/index/word-roles.ts";
import { analyse } from "#app/language/analyse.ts";
import { findCompounds } from "#app/language/compounds.ts";
import { findIdentifiers } from "#app/language/identifiers.ts";

/**
 * The words of one text of a record in its order, by ordinal in `names`. Numbers of documents that it mentions are kept
 * beside the words they consist of.
 */
export interface DocumentWords {
  /** Names of words, each once; see `wordName` and `word-roles.ts`. Those of other texts may be among them. */
  names: readonly string[];
  title: Uint32Array;
  body: Uint32Array;
  titleNumbers: Uint32Array;
  bodyNumbers: Uint32Array;
  /** The numbers the record itself is called by: it will stand before those that cite it. */
  own: Uint32Array;
}

/** The parts of a document, in the order in which they are stored. */
export const documentSections = ["title", "body", "titleNumbers", "bodyNumbers", "own"] as const;

/**
 * Reads the texts of one language version of a record.
 * @param locale the language of the texts; without one all languages are tried
 * @param own numbers the record is called by, squeezed
 * @param interner where names are written down: one that many texts share spares looking most words up
 */
export function documentWords(
  title: string,
  body: string,
  locale?: string,
  own: readonly string[] = [],
  interner = new WordInterner(),
): DocumentWords {
  const words = (text: string): Uint32Array =>
    Uint32Array.from(analyse(text, locale), ({ word }) => interner.ordinalOf(word.name));
  const numbers = (text: string) =>
    Uint32Array.from(new Set([...mentionsIn(text), ...compoundsIn(text)]), (key) =>
      interner.ordinalOf(MENTION_PREFIX + key),
    );
  return {
    title: words(title),
    body: words(body),
    titleNumbers: numbers(title),
    bodyNumbers: numbers(body),
    own: Uint32Array.from(own, (key) => interner.ordinalOf(OWN_PREFIX + key)),
    names: interner.names,
  };
}

/** All names of the documents that a text mentions by number, squeezed, each once. */
export function mentionsIn(text: string): string[] {
  return [...new Set(findIdentifiers(text).flatMap((found) => [found.key, ...found.sameAs, ...found.bases]))];
}

/** Two words with a hyphen as the one that others write; each once. */
function compoundsIn(text: string): string[] {
  return [...new Set(findCompounds(text).map(({ key }) => key))];
}
