import { ADJECTIVE_ENDINGS } from "#app/language/stems/serbo-croatian-endings.ts";
import { isLabial } from "#app/language/stems/serbo-croatian-letters.ts";

const SHORTEST_STEM = 3;
const ADJECTIVE = new Set(ADJECTIVE_ENDINGS);

/** Keys of the verbs a passive participle may belong to: optužen, napisan, prekinut. */
export function participleKeys(word: string, keys: string[]): void {
  for (let length = 0; length <= 3; length++) {
    const size = word.length - length;
    if (size < 5) return;
    if (!ADJECTIVE.has(word.slice(size))) continue;
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
      keys.push(`${word.slice(0, size - 2)}N`);
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
