import { analyse } from "#app/domain/search/analyse.ts";
import { mentionPrefix, ownPrefix } from "#app/domain/search/engine/word-roles.ts";
import { findIdentifiers } from "#app/domain/search/identifiers.ts";

/**
 * The words of one text of a record in its order, by place in `names`. Numbers of documents that it mentions are kept
 * beside the words they consist of.
 */
export interface DocumentWords {
  /** Names of its words, each once; see `wordName` and `word-roles.ts`. */
  names: string[];
  title: Uint32Array;
  body: Uint32Array;
  titleNumbers: Uint32Array;
  bodyNumbers: Uint32Array;
  /** The numbers the record itself is called by: it will stand before those that cite it. */
  own: Uint32Array;
}

/**
 * Reads the texts of one language version of a record.
 * @param locale the language of the texts; without one all languages are tried
 * @param own numbers the record is called by, squeezed
 */
export function documentWords(
  title: string,
  body: string,
  locale?: string,
  own: readonly string[] = [],
): DocumentWords {
  const places = new Map<string, number>();
  const place = (name: string): number => {
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, places.size);
    return places.size - 1;
  };
  const words = (text: string) => Uint32Array.from(analyse(text, locale), ({ word }) => place(word.name));
  const numbers = (text: string) => Uint32Array.from(mentionsIn(text), (key) => place(mentionPrefix + key));
  return {
    title: words(title),
    body: words(body),
    titleNumbers: numbers(title),
    bodyNumbers: numbers(body),
    own: Uint32Array.from(own, (key) => place(ownPrefix + key)),
    names: [...places.keys()],
  };
}

/** All names of the documents that a text mentions by number, squeezed, each once. */
export function mentionsIn(text: string): string[] {
  return [...new Set(findIdentifiers(text).flatMap((found) => [found.key, ...found.sameAs, ...found.bases]))];
}
