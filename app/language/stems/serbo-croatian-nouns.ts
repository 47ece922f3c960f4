import {
  comparativeKey,
  superlativeKeys,
  withoutSuperlative,
} from "#app/language/stems/serbo-croatian-comparatives.ts";
import { NOUN_ENDINGS, SOFT_COMPARATIVE_ENDINGS } from "#app/language/stems/serbo-croatian-endings.ts";
import { endsInLOrN, isVowel, markedLetter } from "#app/language/stems/serbo-croatian-letters.ts";
import { addStem } from "#app/language/stems/serbo-croatian-stems.ts";
import { FULL_NOUNS, LONG_STEMS, OV_STEMS } from "#app/language/stems/serbo-croatian-words.ts";

const SHORTEST_STEM = 3;

/**
 * Keys of a word read as a noun or an adjective. What is less likely goes into `others`, for which there may be no
 * room. `marks` is the word with its marks, or "".
 */
export function nounKeys(word: string, marks: string, keys: string[], others: string[]): void {
  if (word.length > 5) {
    const rest = withoutSuperlative(word);
    if (rest === null) comparativeKey(word, keys, false);
    else if (!superlativeKeys(rest, keys)) nounKeys(rest, "", keys, keys);
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
    if (cut === 3 && last === "a" && LONG_STEMS.has(word.slice(0, -1))) continue;
    if (size < SHORTEST_STEM && !mayBeShort(word, size)) continue;
    const stem = word.slice(0, size);
    const comparative = mayBeComparative(stem, word.slice(size), marks);
    // Folding takes the j out of -lje- and -nje- before a consonant: prijateljem, pitanjem, kraljevi.
    const lostJ = cut > 1 && word.charAt(size) === "e" && !isVowel(word.charAt(size + 1)) && endsInLOrN(stem);
    if (lostJ) addStem(`${stem}j`, first ? keys : into, { fleeting: false, comparative: true });
    addStem(stem, first ? keys : into, { fleeting: cut === 0 || (cut === 1 && last === "a"), comparative });
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
    if (velar === "k" && size > 4 && (stem.endsWith("ac") || stem.endsWith("oc"))) {
      addStem(`${stem.slice(0, -1)}tk`, keys);
    }
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

/** Stems of two letters are safe only where they begin with a vowel, and before a long ending -ov-: oda, Ana, umovi. */
function mayBeShort(word: string, size: number): boolean {
  if (size !== 2 || !isVowel(word.charAt(0)) || isVowel(word.charAt(1))) return false;
  return word.length < 5 || word.charAt(3) === "v";
}

/** Whether the last consonant may be softened as in brži, viši, kraći: not where marks show that it is plain. */
function mayBeComparative(stem: string, ending: string, marks: string): boolean {
  if (!SOFT_COMPARATIVE_ENDINGS.has(ending)) return false;
  const last = stem.charAt(stem.length - 1);
  const letter = markedLetter(marks, ending.length + 1);
  return letter !== last || (last !== "c" && last !== "s" && last !== "z");
}

/** Consonants before which -jem, -jeg lost the j too, though seldom: područjem, oružjem, primorjem, dječjeg. */
function losesJ(stem: string): boolean {
  const last = stem.charAt(stem.length - 1);
  return last === "c" || last === "z" || last === "r";
}
