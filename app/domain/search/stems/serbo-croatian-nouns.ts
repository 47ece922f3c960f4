import { lastThree } from "#app/domain/search/stems/letter-tree.ts";
import { COMPARATIVE_ENDINGS, NOUN_ENDINGS } from "#app/domain/search/stems/serbo-croatian-endings.ts";
import { endsInLOrN, isVowel, markedLetter } from "#app/domain/search/stems/serbo-croatian-letters.ts";
import { FULL_NOUNS, OV_STEMS, STEMS, WHOLE_FORMS } from "#app/domain/search/stems/serbo-croatian-words.ts";

const SHORTEST_STEM = 3;
const SUPERLATIVE = "naj";
/** What follows naj- in words of another kind: najaviti, najamnina, najezda, najlon, najmiti. */
const NO_SUPERLATIVE = new Set(["av", "am", "ez", "lo", "mi", "mo"]);
const STEM_ENDS = new Set([...STEMS.keys()].map(lastThree));
const BEFORE_EC = new Set(["b", "n", "r", "v"]);

/**
 * Keys of a word read as a noun or an adjective. What is less likely goes into `others`, for which there may be no room.
 * `marks` is the word with its marks, or "".
 */
export function nounKeys(word: string, marks: string, keys: string[], others: string[]): void {
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
  if (ending === null || (ending.length === 2 && !isVowel(last) && FULL_NOUNS.has(word))) {
    addStem(word, keys);
    return;
  }
  const cuts = ending.value;
  let first = true;
  const into = ending.length > 2 && cuts[0] !== 3 ? others : keys;
  for (const cut of cuts) {
    const size = word.length - cut;
    if (cut > 1 && word.charAt(size + 1) === "v" && OV_STEMS.has(word.slice(0, size + 2))) continue;
    if (size < SHORTEST_STEM && !(size === 2 && isVowel(word.charAt(0)) && !isVowel(word.charAt(1)))) continue;
    const stem = word.slice(0, size);
    // Folding takes the j out of -lje- and -nje- before a consonant: prijateljem, pitanjem, kraljevi.
    const lostJ = cut > 1 && word.charAt(size) === "e" && endsInLOrN(stem);
    if (lostJ) addStem(`${stem}j`, first ? keys : into);
    addStem(stem, first ? keys : into);
    if (cut > 1 && size > 2 && word.charAt(size) === "e" && word.charAt(size + 1) !== "v" && losesJ(stem)) {
      addStem(`${stem}j`, keys);
    }
    // There the word as a whole (totem) is left out for want of room.
    if (cut === 2 && word.endsWith("em") && (lostJ || losesJ(stem))) return;
    first = false;
    if (cut > 0) changedStems(stem, word.slice(size), marks, keys, others);
  }
  if (first) keys.push(word);
}

/** Stems whose last consonant the ending may have changed. */
function changedStems(stem: string, ending: string, marks: string, keys: string[], others: string[]): void {
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
  // Vocatives, those in -niče before the verbs: radniče, druže.
  if (ending === "e" && marks !== "") {
    const letter = markedLetter(marks, 2);
    const velar = letter === "č" ? "k" : letter === "ž" ? "g" : letter === "š" ? "h" : "";
    if (velar !== "") addStem(stem.slice(0, -1) + velar, stem.endsWith("nic") ? keys : others);
    return;
  }
  // Instrumentals in -ju: radošću, riječju.
  if (ending === "u" && size > 3) {
    if (stem.endsWith("sc")) addStem(`${stem.slice(0, -1)}t`, keys);
    else if (stem.endsWith("cj") || stem.endsWith("rj")) addStem(stem.slice(0, -1), keys);
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

/** The stem without what differs between forms: fleeting a, l turned o, softened clusters, Murphyja. */
function addStem(written: string, keys: string[]): void {
  let stem = written;
  const size = stem.length;
  const last = stem.charAt(size - 1);
  if (last === "n") {
    if (size > 6 && stem.endsWith("anin")) stem = stem.slice(0, -2);
  } else if (last === "c") {
    if (size > 4 && stem.charAt(size - 2) === "o" && isVowel(stem.charAt(size - 3))) stem = `${stem.slice(0, -2)}lc`;
  } else if (last === "j") {
    if (stem.charAt(size - 2) === "y") stem = stem.slice(0, -1);
  }
  stem = simplified(withoutFleeting(stem));
  const known = STEM_ENDS.has(lastThree(stem)) ? STEMS.get(stem) : undefined;
  if (known === undefined) keys.push(stem);
  else for (const key of known) keys.push(key);
}

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
  } else if (last === "n") {
    if (size > 4 && before === "t" && stem.charAt(size - 3) === "s") return `${stem.slice(0, -2)}n`;
  }
  return stem;
}

/** Consonants before which -jem, -jeg lost the j too, though seldom: područjem, oružjem, primorjem, dječjeg. */
function losesJ(stem: string): boolean {
  const last = stem.charAt(stem.length - 1);
  return last === "c" || last === "z" || last === "r";
}
