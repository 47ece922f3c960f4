import { readEndings } from "#app/language/stems/endings.ts";
import { stemLexicon, wordLexicon } from "#app/language/stems/lexicon.ts";
import { MACEDONIAN_ENDINGS } from "#app/language/stems/macedonian-endings.ts";
import {
  MACEDONIAN_GRADABLE,
  MACEDONIAN_LED,
  MACEDONIAN_NOUNS,
  MACEDONIAN_ONLY_VERBS,
  MACEDONIAN_PASTS,
  MACEDONIAN_VERB_STEMS,
  MACEDONIAN_VERBS,
} from "#app/language/stems/macedonian-lexicon.ts";

/** Letters by their codes. */
const A = 97;
const B = 98;
const C = 99;
const D = 100;
const E = 101;
const G = 103;
const H = 104;
const I = 105;
const J = 106;
const K = 107;
const L = 108;
const M = 109;
const N = 110;
const O = 111;
const R = 114;
const U = 117;
const Z = 122;

/** A word has no more keys than these. */
const MOST_KEYS = 4;

/** Forms of najde, najava, najmi and others that only look like superlatives. */
const NO_SUPERLATIVE = /^naj(?:lon|av|m(?:u[evj]|e(?:$|[nt])|i(?:$|[jlmstv]))|d(?:u|e(?:$|[nsvm]|te)|a[mt]$|o[va]|i$))/;

/** Ends no plural of a noun in k, g or h has, and keys of such nouns. */
const HUSHED = /[čšž]i(?:te|ve)?$/;
const VELAR = /^n.*[gkh]$/;

const WORDS = wordLexicon({ n: MACEDONIAN_NOUNS, v: `${MACEDONIAN_VERBS}\n${MACEDONIAN_LED}` });
const VERB_STEMS = stemLexicon(MACEDONIAN_VERB_STEMS);
const GRADABLE = new Set([...MACEDONIAN_GRADABLE].map(nominal));

/** The keys of the word at hand; one word is read at a time. */
let keys: string[] = [];

/**
 * Keys of a Macedonian word, folded (see `fold`): one for each way to read it. A word of a text is a form of the word
 * asked for when they share a key. A key is the stem after a letter: n for nouns and adjectives, v and a for verbs.
 *
 * Vowels that come and go (centar, centri) are left out of stems, k, g, h and the sounds they become before endings
 * meet, and irregular words are looked up. A word of a text written with gj or kj is also read with g or k, as folding
 * leaves ǵ and ḱ of those who ask with them.
 *
 * `marked` is the word of a text in Latin letters with its marks, where it is known: znači is no plural of znak, as
 * znaci is.
 */
export function macedonianKeys(word: string, marked = ""): string[] {
  const spelled = macedonianFolded(word);
  const all = readingsOf(spelled);
  const read = HUSHED.test(marked) ? keysOr(all, (key) => !VELAR.test(key)) : all;
  return spelled === word ? read : [...new Set([...read, ...readingsOf(word.replace(/([gk])j/g, "$1"))])];
}

function keysOr(all: string[], wanted: (key: string) => boolean): string[] {
  const some = all.filter(wanted);
  return some.length === 0 ? all : some;
}

/** The word with ѓ and ќ as folded from Cyrillic, where they were written gj and kj. */
export function macedonianFolded(word: string): string {
  return word.includes("gj") || word.includes("kj") ? word.replace(/gj/g, "d").replace(/kj/g, "c") : word;
}

function readingsOf(spelled: string): string[] {
  const known = WORDS.get(spelled);
  if (known !== undefined) return known.slice();
  if (isSuperlative(spelled)) {
    const compared = readingsOf(spelled.slice(3)).filter((key) => key[0] === "n");
    return compared.length > 0 ? compared : [`n${spelled}`];
  }
  keys = [];
  if (!readEndings(MACEDONIAN_ENDINGS, spelled, take)) take("n", spelled);
  if (MACEDONIAN_ONLY_VERBS.has(spelled)) return keys.filter((key) => key[0] !== "n");
  return keys;
}

function isSuperlative(word: string): boolean {
  return word.length > 5 && word.startsWith("naj") && !NO_SUPERLATIVE.test(word);
}

/** Adds the key of a stem. */
function take(kind: string, stem: string): void {
  if (kind === "n") {
    if (stem.startsWith("po") && stem.length > 4) {
      const compared = nominal(stem.slice(2));
      add(`n${GRADABLE.has(compared) ? compared : nominal(stem)}`);
    } else {
      add(`n${nominal(stem)}`);
    }
  } else if (kind === "v") {
    add(`v${verbal(stem)}`);
  } else {
    const past = MACEDONIAN_PASTS.get(stem);
    const last = stem.charCodeAt(stem.length - 1);
    if (past !== undefined) add(`v${past}`);
    else if (last === N || isVowel(last)) add(`v${stem}`);
    add(`a${stem}`);
  }
}

function add(key: string): void {
  if (keys.length < MOST_KEYS && !keys.includes(key)) keys.push(key);
}

function isVowel(letter: number): boolean {
  return letter === A || letter === E || letter === I || letter === O || letter === U;
}

/** A nominal stem without the j that is lost before i (broj, broevi) and without a vowel that comes and goes. */
function nominal(stem: string): string {
  const length = stem.length;
  const last = stem.charCodeAt(length - 1);
  const before = stem.charCodeAt(length - 2);
  if (last === J) return isVowel(before) ? stem.slice(0, -1) : stem;
  if (length < 4) return stem;
  const fleeting =
    (before === E && (last === C || last === N || last === L || (last === R && length > 5))) ||
    (before === O && (last === K || (last === L && length > 4))) ||
    (before === A && (last === R || last === M));
  if (fleeting) {
    const previous = stem.charCodeAt(length - 3);
    const head = stem.slice(0, -2);
    if (!isVowel(previous)) return voiceless(head, previous, last) + stem.slice(-1);
    if (before === E && (last === C || (last === N && previous !== I))) return `${head}j${stem.slice(-1)}`;
    return stem;
  }
  if (last === K || last === C) return voiceless(stem.slice(0, -1), before, last) + stem.slice(-1);
  return stem;
}

/** The stem up to a k or c with its last consonant made voiceless, as written before them: tezok, teska. */
function voiceless(head: string, last: number, next: number): string {
  if (next !== K && next !== C) return head;
  if (last === Z) return `${head.slice(0, -1)}s`;
  if (last === D) return `${head.slice(0, -1)}t`;
  if (last === B) return `${head.slice(0, -1)}p`;
  return head;
}

/**
 * A verbal stem with its final j and i lost (broi, brojat; otkrie, otkril), past k, g, h as in the present (rece,
 * rekov).
 */
function verbal(stem: string): string {
  const known = VERB_STEMS.get(stem);
  if (known !== undefined) return known;
  const last = stem.charCodeAt(stem.length - 1);
  if (last === K) return `${stem.slice(0, -1)}c`;
  if (last === G) return `${stem.slice(0, -1)}z`;
  if (last === H) return `${stem.slice(0, -1)}s`;
  let end = stem.length;
  if (last === J && isVowel(stem.charCodeAt(end - 2))) end--;
  if (end > 2 && stem.charCodeAt(end - 1) === I) end--;
  return stem.slice(0, end);
}
