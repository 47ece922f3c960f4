import { lastThree } from "#app/language/stems/letter-tree.ts";
import { isVowel } from "#app/language/stems/serbo-croatian-letters.ts";
import { COMPARED_STEMS, STEMS } from "#app/language/stems/serbo-croatian-words.ts";

const STEM_ENDS = new Set([...STEMS.keys()].map(lastThree));
const COMPARED_ENDS = new Set([...COMPARED_STEMS.keys()].map(lastThree));
const BEFORE_EC = new Set(["b", "n", "r", "v"]);

/** What is known of the ending that was cut: whether it may go with a fleeting a, or with a softened comparative. */
export interface CutEnding {
  readonly fleeting: boolean;
  readonly comparative: boolean;
}
const BARE: CutEnding = { fleeting: true, comparative: false };

/** Puts in the stem without what differs between forms: fleeting a, l turned o, softened clusters, Murphyja. */
export function addStem(written: string, keys: string[], { fleeting, comparative }: CutEnding = BARE): void {
  let stem = written;
  const size = stem.length;
  const last = stem.charAt(size - 1);
  if (last === "n") {
    if (size > 6 && stem.endsWith("anin")) stem = stem.slice(0, -2);
    // Some lose the a and some do not: opasan, opasna; osnovan, osnovana.
    if (stem.length > 4 && stem.endsWith("an")) {
      if (fleeting) keys.push(simplified(withoutFleeting(stem)));
      keys.push(stem);
      return;
    }
  } else if (last === "c") {
    if (size > 3 && stem.charAt(size - 2) === "o" && isVowel(stem.charAt(size - 3))) stem = `${stem.slice(0, -2)}lc`;
  } else if (last === "j") {
    if (stem.charAt(size - 2) === "y") stem = stem.slice(0, -1);
  }
  stem = simplified(withoutFleeting(stem));
  const ending = lastThree(stem);
  const known =
    (STEM_ENDS.has(ending) ? STEMS.get(stem) : undefined) ??
    (comparative && COMPARED_ENDS.has(ending) ? COMPARED_STEMS.get(stem) : undefined);
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
