import { exactForm, fold } from "#app/language/normalise.ts";
import type { Pair } from "#tests/language/stems/pairs.ts";

/** Pairs whose words share a key, as written; `respell` writes the second word another way. */
export function meeting(
  pairs: readonly Pair[],
  keysOf: (word: string) => string[],
  respell: (word: string) => string = (word) => word,
): Pair[] {
  return pairs.filter(([one, other]) => {
    const keys = keysOf(fold(exactForm(one)));
    return keysOf(fold(exactForm(respell(other)))).some((key) => keys.includes(key));
  });
}
