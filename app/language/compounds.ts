import type { Identifier } from "#app/language/identifiers.ts";
import { exactForm, fold } from "#app/language/normalise.ts";

const HYPHENS = /[-\u2010\u2011]/;
const COMPOUND =
  /(?<![\p{L}\p{N}\p{M}\u2010\u2011-])\p{L}[\p{L}\p{M}]{0,30}[-\u2010\u2011]\p{L}[\p{L}\p{M}]{1,30}(?![\p{L}\p{N}\p{M}\u2010\u2011-])/gu;

/**
 * Two words with a hyphen between them, which others write as one: "e-learning", "pre-release". Each is named by its
 * letters without the hyphen, folded, as the word that is written as one.
 */
export function findCompounds(text: string): Identifier[] {
  if (!HYPHENS.test(text)) return [];
  return Array.from(text.matchAll(COMPOUND), (match) => {
    const [surface] = match;
    const key = fold(exactForm(surface.replace(HYPHENS, "")));
    return { start: match.index, end: match.index + surface.length, surface, key, sameAs: [], bases: [] };
  });
}
