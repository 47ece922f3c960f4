import { ASKED_FORMS, askedOf, longerStems } from "#app/language/stems/serbo-croatian-asked.ts";
import { nounKeys } from "#app/language/stems/serbo-croatian-nouns.ts";
import { participleKeys } from "#app/language/stems/serbo-croatian-participles.ts";
import { verbKeys } from "#app/language/stems/serbo-croatian-regular-verbs.ts";
import { irregularVerbKeys } from "#app/language/stems/serbo-croatian-verbs.ts";
import { COUNTRIES, MARKED_FORMS, WHOLE_FORMS } from "#app/language/stems/serbo-croatian-words.ts";

const MOST_KEYS = 4;
const SHORTEST_WORD = 3;
const LONGEST_WHOLE = Math.max(...Array.from(WHOLE_FORMS.keys(), (form) => form.length));
const LOWER_A = 97;
const LOWER_Z = 122;
/** Endings of a country named by an adjective: Hrvatska, Hrvatskoj. */
const FEMININE = new Set(["a", "e", "u", "o", "oj", "om"]);
const BEFORE_IJEM = /..[cdglnrtz]em$/;

/**
 * Keys of one word form: two forms of a word share at least one. A key in small letters is the stem of a noun or an
 * adjective; one that ends in a capital is the stem of a verb, so that "sud" and "suditi" meet only in the forms
 * they have in common.
 *
 * `word` is lower case and folded: Latin letters, Ekavian, no marks. `marked` is the same word in Latin letters with
 * its marks, where they are known; it rules out readings (č is never a changed k before i) and allows vocatives
 * (radniče). A word typed without marks still meets the word with them. `participles` also gives passive participles
 * the key of their verb (osuđen: osuditi), which dictionaries list as words of their own.
 */
export function serboCroatianKeys(word: string, marked = "", participles = false): string[] {
  const known =
    (marked === "" ? undefined : MARKED_FORMS.get(marked)) ??
    (word.length <= LONGEST_WHOLE ? WHOLE_FORMS.get(word) : undefined);
  if (known !== undefined) return known.slice();
  if (word.length < SHORTEST_WORD || !isPlain(word)) return [word];
  const form = word.startsWith("europ") ? `ev${word.slice(2)}` : word;
  const marks = marksOf(marked);

  const keys: string[] = [];
  const others: string[] = [];
  nounKeys(form, marks, keys, others);
  const [stem = ""] = keys;
  if (COUNTRIES.has(stem) && FEMININE.has(form.slice(stem.length))) keys.unshift(`${stem}a`);
  // Folding took the ij out of medijem, kriterijem; before other consonants it mostly is a verb: dobijem, razumijem.
  if (marked.endsWith("ijem") && BEFORE_IJEM.test(form)) keys.push(`${form.slice(0, -2)}ij`);
  const verbs: string[] = [];
  const irregular = irregularVerbKeys(form, verbs, participles);
  verbKeys(form, marks, irregular && form.endsWith("ci"), verbs);
  if (participles) participleKeys(form, verbs);
  const all: string[] = [];
  append(all, keys, 0);
  append(all, verbs, all.length);
  append(all, others, 0);
  if (all.length === 0) all.push(word);
  return all;
}

/**
 * Keys of a word someone searches for, which mostly is a dictionary form: "vlada" asks for the government and not for
 * all forms of "vladati" as well. They are some or all of `serboCroatianKeys`, which texts need, and the stems of forms
 * longer than the dictionary form: "Toni" also asks for "Tonija".
 */
export function serboCroatianQueryKeys(word: string, marked = "", participles = false): string[] {
  const known = ASKED_FORMS.get(word);
  if (known !== undefined) return known.slice();
  const asked: string[] = [];
  append(asked, askedOf(word, serboCroatianKeys(word, marked, participles)), 0);
  if (!WHOLE_FORMS.has(word)) append(asked, longerStems(word), 0);
  return asked;
}

/** Puts in the keys that are not yet there from the place `from` on, as long as there is room. */
function append(all: string[], keys: readonly string[], from: number): void {
  for (let at = 0; at < keys.length && all.length < MOST_KEYS; at++) {
    const key = keys[at] as string;
    let known = from;
    while (known < all.length && all[known] !== key) known++;
    if (known === all.length) all.push(key);
  }
}

/** The marked form where it can be relied on: with no mark at all, the writer may have left them out. */
function marksOf(marked: string): string {
  for (let at = 0; at < marked.length; at++) if (marked.charCodeAt(at) > 127) return marked;
  return "";
}

function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code < LOWER_A || code > LOWER_Z) return false;
  }
  return true;
}
