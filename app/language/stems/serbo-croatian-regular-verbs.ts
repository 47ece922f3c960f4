import { VERB_ENDINGS, type VerbEnding } from "#app/language/stems/serbo-croatian-endings.ts";
import { endsInLOrN, isLabial, isVowel, markedLetter } from "#app/language/stems/serbo-croatian-letters.ts";

const SHORTEST_STEM = 3;
const SHORTEST_VERB = 2;
/** Verbs in -čati with -čim: trčati, klečati, ječati, čučati, zvučati. */
const NOISE = /(?:tr|kle|je|cu|zvu)c$/;

/** Before -že of a verb in -lagati; before -ze one in -laziti is likelier: ulaze, nalaze. */
const COMING = /^(?:u|na|do|po|pro|od|za|iz|pre|obi|si)la$/;

/**
 * Keys of a word read as a regular verb. `marks` is the word with its marks, or "". `infinitive` is whether the word is
 * known as an infinitive in -ći, and so is no gerund.
 */
export function verbKeys(word: string, marks: string, infinitive: boolean, keys: string[]): void {
  // The second person -aš, -eš, -iš is rare and looks like zapis, glas, proces where marks may be missing.
  let future: { readonly stem: string; readonly reading: VerbEnding } | null = null;
  for (let ending = VERB_ENDINGS.longest(word); ending !== null; ending = ending.shorter) {
    let found = false;
    for (const reading of ending.value) {
      const size = word.length - reading.cut;
      if (size < (reading.kind === "U" || reading.kind === "N" || reading.kind === "W" ? 1 : SHORTEST_VERB)) continue;
      if (infinitive && reading.cut > 1) continue;
      if (reading.cut === 2 && word.endsWith("s") && markedLetter(marks, 1) !== "š") continue;
      if (reading.future) {
        if (!mayBeFuture(word, marks)) continue;
        if (size >= SHORTEST_STEM) verbKey(word.slice(0, size), reading, "", keys);
        else if (!word.endsWith("ce")) future ??= { stem: word.slice(0, size), reading };
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
      keys.push(last === "n" ? `${stem}N` : `${stem}U`);
      return;
    case "W":
      // daje: davati; traje: trajati; taje: tajiti.
      if (last === "d" || last === "n") keys.push(`${stem}avA`);
      else keys.push(`${stem}ajA`, `${stem}ajI`);
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
      if (last === "j" || stem.endsWith("st") || NOISE.test(stem)) keys.push(`${stem}A`);
      if (last === "z" || last === "s" || last === "c") changedVerb(stem, last, letter, keys);
      // Imperatives: krenimo, prekinite.
      if (last === "n") keys.push(`${stem}N`);
      return;
    case "V":
      changedVerb(stem, last, letter, keys);
      if (last === "n") keys.push(`${stem}N`);
      else if (last === "r" && !isVowel(stem.charAt(stem.length - 2))) keys.push(`${stem}I`);
      return;
    default:
      if (last === "r") keys.push(`${stem}I`);
      changedVerb(stem, last, letter, keys);
      keys.push(`${stem}I`);
      if (last === "n") keys.push(`${stem}N`);
      // Folding took the j out of spominjem, not out of spominje.
      if (cut > 1 && endsInLOrN(stem)) keys.push(`${stem}jA`);
  }
}

/** Verbs in -ati whose stem is softened in the present: pisati, kazati, vikati, kretati, trajati. */
function changedVerb(stem: string, last: string, letter: string, keys: string[]): void {
  const root = stem.slice(0, -1);
  switch (last) {
    case "c":
      // graniče, ograniče: of -ničiti.
      if (root.endsWith("ni") && root !== "ni") return;
      if (letter !== "č" && softensT(root)) keys.push(`${root}tA`);
      else if (letter !== "ć") keys.push(`${root}kA`);
      if (root.endsWith("i") || root.endsWith("te") || NOISE.test(stem)) keys.push(`${stem}A`);
      return;
    case "z":
      keys.push(`${stem}A`);
      if ((root.endsWith("la") || root.endsWith("ma")) && (letter === "ž" || !COMING.test(root)))
        keys.push(`${root}gA`);
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

/** Stems before -tati with -ćem: kretati, metati, obrtati, šaptati, drhtati, šetati. */
function softensT(root: string): boolean {
  const last = root.charAt(root.length - 1);
  if (last === "r" || last === "p" || last === "h") return true;
  return root.endsWith("re") || root.endsWith("me") || root === "se" || root === "prose";
}
