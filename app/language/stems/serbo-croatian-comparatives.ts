import { COMPARATIVE_ENDINGS } from "#app/language/stems/serbo-croatian-endings.ts";
import { isVowel } from "#app/language/stems/serbo-croatian-letters.ts";
import { addStem } from "#app/language/stems/serbo-croatian-stems.ts";
import { WHOLE_FORMS } from "#app/language/stems/serbo-croatian-words.ts";

const SHORTEST_STEM = 3;
const SUPERLATIVE = "naj";
/** What follows naj- in words of another kind: najaviti, najamnina, najezda, najlon, najmiti, najmoprimac. */
const NO_SUPERLATIVE = /^(?:av|am(?!b)|ezd|lon|mi[olt]|moda|mopr|mov)/;
/** Adjectives whose stem before -iji looks like none (compare kompanija, galerija, komisija). */
const COMPARED = new Set(
  (
    "ran jeftin pun potpun fin sklon nevin pouzdan lagan prostran svecan slan star mil spor skor vesel zrel smel ohol " +
    "slab strm human los svez cist prost vest vitk"
  ).split(" "),
);
/** Stems of nouns in -ija that look like those of adjectives: Slovenija, Jermenija. */
const NOT_COMPARED = new Set(["sloven", "jermen", "armen"]);

/** The word without naj- where it is a superlative, or null. */
export function withoutSuperlative(word: string): string | null {
  if (!word.startsWith(SUPERLATIVE)) return null;
  const rest = word.slice(SUPERLATIVE.length);
  return NO_SUPERLATIVE.test(rest) && COMPARATIVE_ENDINGS.longest(rest) === null ? null : rest;
}

/**
 * Keys of a superlative whose stem is plain once naj- is gone, or that is known: (naj)važniji, (naj)bolji, (naj)višeg.
 */
export function superlativeKeys(rest: string, keys: string[]): boolean {
  if (comparativeKey(rest, keys, true)) return true;
  const known = WHOLE_FORMS.get(rest);
  if (known === undefined) return false;
  for (const key of known) keys.push(key);
  return true;
}

/** The stem of a comparative in -iji. Nouns in -ija look the same, so without naj- it must look like an adjective. */
export function comparativeKey(word: string, keys: string[], superlative: boolean): boolean {
  const ending = COMPARATIVE_ENDINGS.longest(word);
  if (ending === null || word.length - ending.length < SHORTEST_STEM) return false;
  const stem = word.slice(0, word.length - ending.length);
  if (!superlative && !COMPARED.has(stem) && !likeAdjective(stem)) return false;
  addStem(stem, keys, { fleeting: false, comparative: false });
  return true;
}

function likeAdjective(stem: string): boolean {
  const last = stem.charAt(stem.length - 1);
  const before = stem.charAt(stem.length - 2);
  if (last === "n") {
    if (!isVowel(before)) return true;
    if (before === "e") return !NOT_COMPARED.has(stem);
    return stem.length > 6 && (stem.endsWith("ovan") || stem.endsWith("iran"));
  }
  if (last === "v") return before !== "e" && before !== "u";
  // Not demokratija, diplomatija.
  if (last === "t") return before === "i" || before === "u" || stem.endsWith("gat") || stem.endsWith("znat");
  return (last === "l" || last === "r") && !isVowel(before);
}
