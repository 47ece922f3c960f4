import { analyse, type Token } from "#app/domain/search/analyse.ts";
import { patternsOf, type Term, type WordTerm } from "#app/domain/search/terms.ts";

/** How what stands in a text is like what was asked for, from the same letters to another name of the same thing. */
export const vias = ["exact", "variant", "stem", "prefix", "synonym", "identifier"] as const;
export type Via = (typeof vias)[number];

/**
 * How a term of a query matched the letters that stand in a text: `exact` as typed; `variant` another script, marks or
 * Ijekavian for Ekavian; `stem` another ending; `prefix` a longer word that begins so. Of several words the farthest.
 */
export function howMatched(term: Term, matched: string): Exclude<Via, "synonym"> {
  if (term.kind === "identifier") return "identifier";
  const words = term.kind === "word" ? [term] : term.words;
  const tokens = analyse(matched);
  const steps = words.map((word) => farness(word, tokens));
  return distances[Math.max(...steps)] ?? "prefix";
}

const distances = ["exact", "variant", "stem", "prefix"] as const;

/** The nearest of the tokens counts. */
function farness(word: WordTerm, tokens: readonly Token[]): number {
  return Math.min(3, ...tokens.map((token) => distances.indexOf(nearness(word, token))));
}

function nearness(word: WordTerm, token: Token): (typeof distances)[number] {
  if (token.exact === word.exact) return "exact";
  if (token.keys.includes(word.forms.first)) return "variant";
  // Stems bear the name of their language before a colon; what else a word is looked for by is the beginning of one.
  const stems = patternsOf(word, 1).filter(({ key }) => key.includes(":"));
  return stems.some(({ key }) => token.keys.includes(key)) ? "stem" : "prefix";
}
