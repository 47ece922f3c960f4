import { albanianKeys } from "#app/language/stems/albanian.ts";
import { ALBANIAN_ASKED, ALBANIAN_LISTED_IN_I } from "#app/language/stems/albanian-lexicon.ts";
import { macedonianFolded, macedonianKeys } from "#app/language/stems/macedonian.ts";
import { MACEDONIAN_ASKED_VERBS } from "#app/language/stems/macedonian-lexicon.ts";

/** No Macedonian verb is listed with these: a consonant but for -am of the first person, o, or suffixes of nouns. */
const MACEDONIAN_NOUN = /(?:[^aeim]|[^a]m|[bcdfghklmnprstvz]je|nje|nie|stvie|[^gk]ja|ica|ina|ana)$/;
/** Nouns that look like the first person of a verb: имам, a religious official. */
const MACEDONIAN_ASKED_NOUNS: ReadonlySet<string> = new Set(["imam"]);
/** Only verbs are listed with these suffixes: -ува, -нува, -ира; likewise in the first person. */
const MACEDONIAN_VERB = /(?:[^aeiou]uva|[^aeiou]ira)m?$/;

/**
 * No Albanian verb of four letters or more is listed with these, nor has it such a third person (shkruan, mban) or
 * participle (punuar, ndarë).
 */
const ALBANIAN_NOUN =
  /(?:a|(?<![aiy]r)e|im|ist|(?<!u)ar|ir|(?<!perd)or|ion|ik|al|(?<!u|mb|nd)an|ent|um|iv|[ue]es|si|ri|ti|ni|li)$/;
/** Only verbs are listed with these, but for a few nouns the stemmer knows. */
const ALBANIAN_VERB = /(?:(?:[eo]|[^u]a)j|(?:[^s]h|u)em)$/;

/**
 * Keys of a Macedonian word someone searches for, which mostly is a dictionary form: a noun or adjective as listed, or
 * a verb in the third person. Some or all of `macedonianKeys`, which texts need.
 */
export function macedonianQueryKeys(word: string): string[] {
  const keys = macedonianKeys(macedonianFolded(word));
  if (word.length < 4) return keys;
  if (MACEDONIAN_VERB.test(word) || MACEDONIAN_ASKED_VERBS.has(word)) return keysOr(keys, isVerbal);
  if (MACEDONIAN_NOUN.test(word) || MACEDONIAN_ASKED_NOUNS.has(word)) return keysOr(keys, isNominal);
  // A verb in -ени is listed with it, not a participle in the plural: примени against прими.
  if (word.endsWith("eni")) return keysOr(keys, (key) => isNominal(key) || key.endsWith("en"));
  return keys;
}

/** Keys of an Albanian word someone searches for: a noun or adjective as listed, or a verb in the first person. */
export function albanianQueryKeys(word: string): string[] {
  const keys = ALBANIAN_ASKED.get(word) ?? albanianKeys(word);
  if (word.length < 4) return keys;
  // Folding has lost the j of lindje, texts have kept it.
  if (/[lnr]de$/.test(word)) return [...new Set([...keysOr(keys, isNominal), `n${word.slice(0, -1)}j`])];
  if (ALBANIAN_LISTED_IN_I.has(word)) return keysOr(keys, (key) => key.endsWith("i"));
  // A noun in -të is listed with it, not with the article of few plurals: vjeshtë against vesh.
  if (word.endsWith("te")) return keysOr(keys, (key) => isNominal(key) && key.endsWith("t"));
  // Who does something, in -ës, against what is done, in -je: pjesëmarrës, pjesëmarrje.
  if (word.endsWith("es")) return keysOr(keys, (key) => isVerbal(key) || key.endsWith("es"));
  // Texts have no room for this reading of the many forms in -en; liqenet and liqeni have it.
  if (word.endsWith("en")) return [...new Set([...keys, `n${word}`])];
  if (ALBANIAN_VERB.test(word)) return keysOr(keys, isVerbal);
  if (ALBANIAN_NOUN.test(word)) return keysOr(keys, isNominal);
  return keys;
}

function isNominal(key: string): boolean {
  return key.startsWith("n");
}

function isVerbal(key: string): boolean {
  return !isNominal(key);
}

function keysOr(keys: string[], wanted: (key: string) => boolean): string[] {
  const some = keys.filter(wanted);
  return some.length === 0 ? keys : some;
}
