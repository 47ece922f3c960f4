import {
  COMPARATIVE_ENDINGS,
  NOUN_ENDINGS,
  VERB_ENDINGS,
  type VerbEnding,
} from "#app/domain/search/stems/serbo-croatian-endings.ts";
import { irregularVerbKeys } from "#app/domain/search/stems/serbo-croatian-verbs.ts";
import { MARKED_FORMS, STEMS, WHOLE_FORMS } from "#app/domain/search/stems/serbo-croatian-words.ts";

const MOST_KEYS = 4;
const SHORTEST_STEM = 3;
const SHORTEST_VERB = 2;

const SUPERLATIVE = "naj";
/** What follows naj- in words of another kind: najaviti, najamnina, najezda, najlon, najmiti. */
const NO_SUPERLATIVE = new Set(["av", "am", "ez", "lo", "mi", "mo"]);

/**
 * Keys of one word form: two forms of a word share at least one. A key in small letters is the stem of a noun or an
 * adjective; one that ends in a capital is the stem of a verb, so that "sud" and "suditi" meet only in the forms
 * they have in common.
 *
 * `word` is lower case and folded: Latin letters, Ekavian, no marks. `marked` is the same word with its marks where
 * they are known; it rules out readings (č is never a changed k before i), and the keys are always among those of the
 * word without it. `participles` also gives passive participles the key of their verb (osuđen: osuditi).
 */
export function serboCroatianKeys(word: string, marked = "", participles = false): string[] {
  const known = (marked === "" ? undefined : MARKED_FORMS.get(marked)) ?? WHOLE_FORMS.get(word);
  if (known !== undefined) return known.slice();
  if (word.length < SHORTEST_STEM || !isPlain(word)) return [word];
  const form = word.startsWith("europ") ? `ev${word.slice(2)}` : word;
  const marks = marksOf(marked);

  const keys: string[] = [];
  const others: string[] = [];
  nounKeys(form, marks, keys, others);
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
    if (code < 97 || code > 122) return false;
  }
  return true;
}

/** The letter that many places before the end, with its mark, or "" where that is not known. */
function markedLetter(marks: string, fromEnd: number): string {
  return marks === "" ? "" : marks.charAt(marks.length - fromEnd);
}

function nounKeys(word: string, marks: string, keys: string[], others: string[]): void {
  if (word.length > 6) {
    if (word.startsWith(SUPERLATIVE) && !NO_SUPERLATIVE.has(word.slice(3, 5))) superlativeKeys(word.slice(3), keys);
    else comparativeKey(word, keys, false);
  }
  const last = word.charAt(word.length - 1);
  const beforeLast = word.charAt(word.length - 2);
  if (last === "o" && isVowel(beforeLast)) {
    if (beforeLast !== "i" && beforeLast !== "o") addStem(`${word.slice(0, -1)}l`, keys);
    else addStem(beforeLast === "i" ? `${word.slice(0, -1)}j` : word.slice(0, -1), keys);
    return;
  }
  const ending = NOUN_ENDINGS.longest(word);
  if (ending === null) {
    addStem(word, keys);
    return;
  }
  const cuts = ending.value;
  let first = true;
  const into = ending.length > 2 && cuts[0] !== 3 ? others : keys;
  for (const cut of cuts) {
    const size = word.length - cut;
    if (size < SHORTEST_STEM && !(size === 2 && isVowel(word.charAt(0)) && !isVowel(word.charAt(1)))) continue;
    const stem = word.slice(0, size);
    // Folding takes the j out of -lje- and -nje- before a consonant: prijateljem, pitanjem, kraljevi.
    if (cut > 1 && word.charAt(size) === "e" && endsInLOrN(stem)) addStem(`${stem}j`, first ? keys : into);
    addStem(stem, first ? keys : into);
    if (cut === 2 && size > 3 && word.endsWith("em") && losesJ(stem)) addStem(`${stem}j`, into);
    first = false;
    if (cut > 0) changedStems(stem, word.slice(size), marks, keys);
  }
  if (first) keys.push(word);
}

/** Stems whose last consonant the ending may have changed. */
function changedStems(stem: string, ending: string, marks: string, keys: string[]): void {
  const last = stem.charAt(stem.length - 1);
  const size = stem.length;
  if (ending === "i" || ending === "ima") {
    const letter = markedLetter(marks, ending.length + 1);
    if (letter !== "" && letter !== last) return;
    const velar = last === "c" ? "k" : last === "z" ? "g" : last === "s" ? "h" : "";
    if (velar === "" || size < SHORTEST_STEM) return;
    addStem(stem.slice(0, -1) + velar, keys);
    if (velar === "k" && size > 4 && (stem.endsWith("ac") || stem.endsWith("oc")))
      addStem(`${stem.slice(0, -1)}tk`, keys);
    return;
  }
  if (ending === "e" && marks !== "") {
    const letter = markedLetter(marks, 2);
    const velar = letter === "č" ? "k" : letter === "ž" ? "g" : letter === "š" ? "h" : "";
    if (velar !== "") addStem(stem.slice(0, -1) + velar, keys);
    return;
  }
  if (ending === "u" && size > 3) {
    if (stem.endsWith("sc")) addStem(`${stem.slice(0, -1)}t`, keys);
    else if (last === "j") {
      const before = stem.charAt(size - 2);
      if (before === "l" && isLabial(stem.charAt(size - 3))) addStem(stem.slice(0, -2), keys);
      else if (before === "l" || before === "n" || before === "c" || before === "r") addStem(stem.slice(0, -1), keys);
    }
  }
}

/** The stem of a comparative in -iji. Nouns in -ija look the same, so without naj- it must look like an adjective. */
function comparativeKey(word: string, keys: string[], superlative: boolean): boolean {
  const ending = COMPARATIVE_ENDINGS.longest(word);
  if (ending === null || word.length - ending.length < SHORTEST_STEM) return false;
  const stem = word.slice(0, word.length - ending.length);
  if (!superlative && !likeAdjective(stem)) return false;
  addStem(stem, keys);
  return true;
}

/** Keys of a superlative without its naj-: (naj)važniji, (naj)bolji, (naj)višeg. */
function superlativeKeys(word: string, keys: string[]): void {
  if (comparativeKey(word, keys, true)) return;
  const known = WHOLE_FORMS.get(word);
  if (known === undefined) nounKeys(word, "", keys, keys);
  else for (const key of known) keys.push(key);
}

function likeAdjective(stem: string): boolean {
  const last = stem.charAt(stem.length - 1);
  const before = stem.charAt(stem.length - 2);
  if (last === "n") return !isVowel(before) || before === "e" || stem === "ran" || stem === "jeftin";
  if (last === "v") return before !== "e" && before !== "u";
  if (last === "t") return before === "i" || before === "a" || before === "u";
  return (last === "l" || last === "r") && (!isVowel(before) || stem === "star" || stem === "mil");
}

/** The stem without what differs between forms: fleeting a, l turned o, softened clusters. */
function addStem(written: string, keys: string[]): void {
  let stem = written;
  let size = stem.length;
  if (size > 6 && stem.endsWith("anin")) {
    stem = stem.slice(0, -2);
    size -= 2;
  }
  if (size > 4 && stem.endsWith("oc") && isVowel(stem.charAt(size - 3))) stem = `${stem.slice(0, -2)}lc`;
  stem = simplified(withoutFleeting(stem));
  const known = STEMS.get(stem);
  if (known === undefined) keys.push(stem);
  else for (const key of known) keys.push(key);
}

const BEFORE_EC = new Set(["b", "n", "r", "v"]);

function withoutFleeting(stem: string): string {
  const size = stem.length;
  let tail = 1;
  if (stem.charAt(size - 1) === "j" && (stem.charAt(size - 2) === "l" || stem.charAt(size - 2) === "n")) tail = 2;
  const at = size - tail - 1;
  const vowel = stem.charAt(at);
  // An e only in names such as Čakovec, Čakovca.
  if (vowel !== "a" && !(vowel === "e" && stem.charAt(size - 1) === "c" && BEFORE_EC.has(stem.charAt(at - 1))))
    return stem;
  if (at < 2 || isVowel(stem.charAt(at - 1)) || isVowel(stem.charAt(size - 1))) return stem;
  if (!hasSyllable(stem, at)) return stem;
  return stem.slice(0, at) + stem.slice(at + 1);
}

/** Whether the first letters hold a vowel, or an r between consonants (crnac). */
function hasSyllable(stem: string, end: number): boolean {
  for (let at = 0; at < end; at++) {
    const letter = stem.charAt(at);
    if (isVowel(letter)) return true;
    if (letter === "r" && at + 1 < end && (at === 0 || !isVowel(stem.charAt(at - 1)))) return true;
  }
  return false;
}

/** Clusters at the end of a stem as they are written once the fleeting a is gone: kratak, kratka; otac, oca. */
function simplified(stem: string): string {
  const size = stem.length;
  const last = stem.charAt(size - 1);
  const before = stem.charAt(size - 2);
  if (last === "k") {
    if (before === "d") return `${stem.slice(0, -2)}tk`;
    if (before === "z") return `${stem.slice(0, -2)}sk`;
    if (before === "b") return `${stem.slice(0, -2)}pk`;
  } else if (last === "c") {
    if (size > 3 && (before === "t" || before === "d")) return `${stem.slice(0, -2)}c`;
    if (before === "z") return `${stem.slice(0, -2)}sc`;
    if (before === "b") return `${stem.slice(0, -2)}pc`;
  } else if (last === "n" || last === "l") {
    if (size > 4 && before === "t" && stem.charAt(size - 3) === "s") return stem.slice(0, -2) + last;
  }
  return stem;
}

/** `infinitive` is whether the word is known as an infinitive in -ći, and so is no gerund. */
function verbKeys(word: string, marks: string, infinitive: boolean, keys: string[]): void {
  let future: { readonly stem: string; readonly reading: VerbEnding } | null = null;
  for (let ending = VERB_ENDINGS.longest(word); ending !== null; ending = ending.shorter) {
    let found = false;
    for (const reading of ending.value) {
      const size = word.length - reading.cut;
      if (size < (reading.kind === "U" || reading.kind === "N" || reading.kind === "W" ? 1 : SHORTEST_VERB)) continue;
      if (infinitive && reading.cut > 1) continue;
      if (reading.future) {
        if (!mayBeFuture(word, marks)) continue;
        if (size >= SHORTEST_STEM) verbKey(word.slice(0, size), reading, "", keys);
        else future ??= { stem: word.slice(0, size), reading };
        continue;
      }
      found = true;
      verbKey(word.slice(0, size), reading, markedLetter(marks, reading.cut + 1), keys);
    }
    if (found) break;
  }
  if (future !== null) verbKey(future.stem, future.reading, "", keys);
}

/** Whether the c of -ce, -cu may be ć. */
function mayBeFuture(word: string, marks: string): boolean {
  if (marks === "") return true;
  const at = word.lastIndexOf("c");
  return markedLetter(marks, word.length - at) === "ć";
}

function verbKey(stem: string, { kind, cut }: VerbEnding, letter: string, keys: string[]): void {
  const last = stem.charAt(stem.length - 1);
  switch (kind) {
    case "U":
      keys.push(`${stem}U`);
      return;
    case "A":
      keys.push(`${stem}A`);
      return;
    case "N":
      if (last === "n") keys.push(`${stem}I`);
      else keys.push(`${stem}U`);
      return;
    case "W":
      // daje: davati; traje: trajati; gledaju: gledati.
      if (last === "d" || last === "n") keys.push(`${stem}avA`);
      else keys.push(`${stem}ajA`);
      return;
    case "J":
      if (isLabial(last) || last === "l" || last === "s" || last === "r") keys.push(`${stem}I`);
      else keys.push(`${stem}ijA`);
      return;
    case "I":
      keys.push(`${stem}I`);
      return;
    case "L":
      keys.push(`${stem}I`);
      if (last === "c" || last === "j" || stem.endsWith("st")) keys.push(`${stem}A`);
      if (last === "z" || last === "s" || last === "c") changedVerb(stem, last, letter, keys);
      return;
    case "V":
      changedVerb(stem, last, letter, keys);
      if (last === "n" || last === "r") keys.push(`${stem}I`);
      return;
    default:
      changedVerb(stem, last, letter, keys);
      keys.push(`${stem}I`);
      // Folding took the j out of spominjem, not out of spominje.
      if (cut > 1 && endsInLOrN(stem)) keys.push(`${stem}jA`);
  }
}

/** Verbs in -ati whose stem is softened in the present: pisati, kazati, vikati, kretati, trajati. */
function changedVerb(stem: string, last: string, letter: string, keys: string[]): void {
  const root = stem.slice(0, -1);
  switch (last) {
    case "c":
      if (letter !== "č" && softensT(root)) keys.push(`${root}tA`);
      else if (letter !== "ć") keys.push(`${root}kA`);
      if (root.endsWith("i") || root.endsWith("te") || root.endsWith("tr")) keys.push(`${stem}A`);
      return;
    case "z":
      keys.push(`${stem}A`);
      if (root.endsWith("la") || root.endsWith("ma")) keys.push(`${root}gA`);
      return;
    case "s":
      keys.push(`${stem}A`);
      if (root.endsWith("ja") || root.endsWith("ma")) keys.push(`${root}hA`);
      return;
    case "j":
      if (root.endsWith("l") && isLabial(root.charAt(root.length - 2))) keys.push(`${root.slice(0, -1)}A`);
      else keys.push(`${stem}A`);
      return;
    case "r":
      keys.push(`${stem}A`);
      return;
    case "t":
      if (root.endsWith("s")) keys.push(`${root.slice(0, -1)}skA`);
  }
}

/** Stems before -tati with -ćem: kretati, metati, obrtati, šaptati, drhtati. */
function softensT(root: string): boolean {
  const last = root.charAt(root.length - 1);
  if (last === "r" || last === "p" || last === "h") return true;
  return root.endsWith("re") || root.endsWith("me");
}

const ADJECTIVE_ENDINGS = new Set([
  "",
  "a",
  "e",
  "i",
  "o",
  "u",
  "og",
  "oga",
  "om",
  "ome",
  "omu",
  "oj",
  "ih",
  "im",
  "ima",
]);

/** Keys of the verbs a passive participle may belong to: optužen, napisan, prekinut. */
function participleKeys(word: string, keys: string[]): void {
  for (let length = 0; length <= 3; length++) {
    const size = word.length - length;
    if (size < 5) return;
    if (length > 0 && !ADJECTIVE_ENDINGS.has(word.slice(size))) continue;
    const last = word.charAt(size - 1);
    if (last === "n") {
      const before = word.charAt(size - 2);
      if (before === "a") {
        const base = word.slice(0, size - 2);
        if (base.endsWith("ov") || base.endsWith("iv")) keys.push(`${base.slice(0, -2)}U`);
        else if (base.length >= 3) keys.push(`${base}A`);
        return;
      }
      if (before === "e") {
        softened(word.slice(0, size - 2), keys);
        return;
      }
    } else if (last === "t" && word.charAt(size - 2) === "u" && word.charAt(size - 3) === "n" && size > 5) {
      keys.push(`${word.slice(0, size - 2)}I`);
      return;
    }
  }
}

/** Verbs in -iti whose stem is softened before -en: plaćen, nošen, objavljen (which folding left as objavlen). */
function softened(stem: string, keys: string[]): void {
  if (stem.length < SHORTEST_STEM) return;
  const root = stem.slice(0, -1);
  if (stem.endsWith("l") && isLabial(stem.charAt(stem.length - 2))) keys.push(`${root}I`);
  else if (stem.endsWith("uv")) keys.push(`${stem.slice(0, -2)}U`);
  else {
    if (stem.endsWith("c")) keys.push(`${root}tI`);
    keys.push(`${stem}I`);
  }
}

function isVowel(letter: string): boolean {
  return letter === "a" || letter === "e" || letter === "i" || letter === "o" || letter === "u";
}

function endsInLOrN(stem: string): boolean {
  const last = stem.charAt(stem.length - 1);
  return last === "l" || last === "n";
}

/** Consonants before which -jem lost its j too, though seldom: područjem, oružjem, primorjem. */
function losesJ(stem: string): boolean {
  const last = stem.charAt(stem.length - 1);
  return last === "c" || last === "z" || last === "r";
}

function isLabial(letter: string): boolean {
  return letter === "b" || letter === "p" || letter === "v" || letter === "m";
}
