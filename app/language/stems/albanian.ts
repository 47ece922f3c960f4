import { ALBANIAN_ENDINGS } from "#app/language/stems/albanian-endings.ts";
import {
  ALBANIAN_NOUNS,
  ALBANIAN_ONLY_VERBS,
  ALBANIAN_VERB_STEMS,
  ALBANIAN_VERBS,
} from "#app/language/stems/albanian-lexicon.ts";
import { readEndings } from "#app/language/stems/endings.ts";
import { stemLexicon, wordLexicon } from "#app/language/stems/lexicon.ts";

/** Letters by their codes. */
const A = 97;
const E = 101;
const G = 103;
const I = 105;
const J = 106;
const L = 108;
const M = 109;
const N = 110;
const O = 111;
const Q = 113;
const R = 114;
const S = 115;
const U = 117;
const Y = 121;

/** A word has no more keys than these. */
const MOST_KEYS = 4;

/** Forms of nouns in -je (rritje, familje), whose j folding loses before most endings. */
const DEVERBAL = /^(?<stem>.*[aeiouyë].*[bcçdfhklmpqrstvxz])j(?<end>a|e(?:n|s|sh|t|ve)?)$/;
/** Keys that read a form as one of those. */
const LOST_J = /^n.*[^aeiouygn]j$/;

const WORDS = wordLexicon({ n: ALBANIAN_NOUNS, v: ALBANIAN_VERBS }, spelling);
const VERB_STEMS = stemLexicon(ALBANIAN_VERB_STEMS, spelling);
for (const verb of ALBANIAN_ONLY_VERBS.trim().split(/\s+/).map(spelling)) {
  WORDS.set(verb, [`v${verbal(verb)}`]);
  // The first person plural of these; of others it would meet the many nouns in -im.
  if (!WORDS.has(`${verb}im`)) WORDS.set(`${verb}im`, [`v${verbal(verb)}`, `n${nominal(`${verb}im`)}`]);
}

/** The keys of the word at hand; one word is read at a time. */
let keys: string[] = [];

/**
 * Keys of an Albanian word, folded (see `fold`): one for each way to read it. A word of a text is a form of the word
 * asked for when they share a key. A key is the stem after a letter: n for nouns and adjectives, v for verbs.
 *
 * The ë that comes and goes (libër, libri) is left out of stems, k and gj meet the q and g they stand for, irregular
 * words and verbs that change their vowel are looked up.
 *
 * `marked` is the word of a text in Latin letters with its marks, where it is known: folding loses the j of rritjen,
 * but not the reader of a text, who can tell it from rriten.
 */
export function albanianKeys(word: string, marked = ""): string[] {
  if (marked === "") return readingsOf(word);
  const deverbal = marked.includes("j") ? DEVERBAL.exec(marked)?.groups : undefined;
  if (deverbal === undefined) return readingsOf(word).filter((key) => !LOST_J.test(key));
  if (WORDS.has(spelling(word))) return readingsOf(word);
  const stem = spelling((deverbal.stem ?? "").replace(/ë/g, "e").replace(/ç/g, "c"));
  keys = [];
  take("n", `${stem}j`);
  // The article of a noun in -e: nusja.
  if (deverbal.end === "a") take("n", stem);
  return keys;
}

function readingsOf(word: string): string[] {
  const spelled = spelling(word);
  const known = WORDS.get(spelled);
  if (known !== undefined) return known.slice();
  keys = [];
  if (!readEndings(ALBANIAN_ENDINGS, spelled, take)) {
    take("n", spelled);
    take("v", spelled);
  }
  return keys;
}

/** The word as folding leaves it for all languages, without a j that folding loses before some endings only. */
function spelling(word: string): string {
  if (!word.includes("je") && !word.includes("dj")) return word;
  return word.replace(/dj+/g, "d").replace(/(?<=[bcdfghklmnpqrstvwxz])i?je(?=[bcdfghklmnpqrstvwxz])/g, "e");
}

/** Adds the key of a stem. Longer verbs in -et are few and known (përket); nouns and passives end like them. */
function take(kind: string, stem: string): void {
  if (kind === "n") add(`n${nominal(stem)}`);
  else if (stem.length < 5 || !stem.endsWith("et") || VERB_STEMS.has(stem)) add(`v${verbal(stem)}`);
}

function add(key: string): void {
  if (keys.length < MOST_KEYS && !keys.includes(key)) keys.push(key);
}

function isVowel(letter: number): boolean {
  return letter === A || letter === E || letter === I || letter === O || letter === U || letter === Y;
}

/** Whether the j of a stem is that of a suffix (rritje, familje), not of gj or nj. */
function isDeverbal(stem: string): boolean {
  const before = stem.charCodeAt(stem.length - 2);
  return stem.length > 3 && !isVowel(before) && before !== G && before !== N;
}

/** A nominal stem without j after a consonant (ligj, ligjet), with k for q, without an ë that comes and goes. */
function nominal(stem: string): string {
  const plain = stem.charCodeAt(stem.length - 1) === J && isDeverbal(stem) ? stem : consonantal(stem);
  const length = plain.length;
  if (length < 4) return plain;
  const last = plain.charCodeAt(length - 1);
  if (last !== R && last !== L && last !== M) return plain;
  const double = plain.charCodeAt(length - 2) === last ? 2 : 1;
  const vowel = length - double - 1;
  if (plain.charCodeAt(vowel) !== E || isVowel(plain.charCodeAt(vowel - 1))) return plain;
  return plain.slice(0, vowel) + plain.slice(vowel + 1);
}

/** A verbal stem as in the first person; what ends in t there or in other persons in s (pyes, pyeti), with t. */
function verbal(stem: string): string {
  const plain = consonantal(VERB_STEMS.get(stem) ?? stem);
  const end = plain.length - 1;
  if (end < 2) return plain;
  const last = plain.charCodeAt(end);
  const before = plain.charCodeAt(end - 1);
  if (last === S && isVowel(before)) return `${plain.slice(0, end)}t`;
  // Folding loses the j of gënjen, not of gënjej.
  if (last === E && before === J && !isVowel(plain.charCodeAt(end - 2))) return `${plain.slice(0, end - 1)}e`;
  return plain;
}

/** The stem with its last consonant as all forms have it: q as k, and no j after another. */
function consonantal(stem: string): string {
  const end = stem.length - 1;
  const last = stem.charCodeAt(end);
  if (last === Q) return `${stem.slice(0, end)}k`;
  if (last === J && end > 1 && !isVowel(stem.charCodeAt(end - 1))) return consonantal(stem.slice(0, end));
  return stem;
}
