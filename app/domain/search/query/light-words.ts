import type { IdentifierTerm, Term } from "#app/domain/search/query/terms.ts";
import { isJoiningWord, isOnlyJoining } from "#app/language/joining-words.ts";

/** What is asked of clauses here. */
interface Worded {
  readonly terms: readonly Term[];
}

/**
 * Clauses that need not be found: words that only join others, "nakon" of "smještaj nakon otpusta", and what a number
 * behind a document is called, "rule" of "CM/Rec(2010)1 rule 59". None where there is nothing else. A text that has
 * them all the same stands before its equals.
 */
export function lightClauses<Clause extends Worded>(clauses: readonly Clause[]): ReadonlySet<Clause> {
  const light = clauses.filter((clause, at) => {
    const [only, ...others] = clause.terms;
    if (only?.kind !== "word" || others.length > 0) return false;
    const { first } = only.forms;
    return isOnlyJoining(first) || isSingleLetter(first) || namesRule(first, clauses[at - 1], clauses[at + 1]);
  });
  return new Set(light.length === clauses.length ? [] : light);
}

/** "Rule", "pravilo", "член": folded, as they begin. */
const RULE =
  /^(?:rules?|para|paragra(?:ph|f)\w{0,3}|articles?|art|pravil[aou]\w{0,2}|clan\w{0,3}|clen\w{0,3}|stav\w{0,2}|neni\w{0,2}|rregull\w{0,3})$/;

function namesRule(first: string, before: Worded | undefined, behind: Worded | undefined): boolean {
  const number = behind?.terms[0];
  return RULE.test(first) && isDocument(before?.terms.at(-1)) && number?.kind === "word" && /^\d/.test(number.exact);
}

function isDocument(term: Term | undefined): term is IdentifierTerm {
  return term?.kind === "identifier";
}

function isSingleLetter(first: string): boolean {
  return /^\p{L}$/u.test(first);
}

/**
 * The terms tier 3 looks for: words of one or two letters and those that need not be found anyway find everything, so
 * they go unless there are no others.
 */
export function tellingTerms({ clauses }: { readonly clauses: readonly Worded[] }): Term[] {
  const light = lightClauses(clauses);
  const terms = clauses.flatMap((clause) => clause.terms);
  const heavy = clauses.flatMap((clause) => (light.has(clause) ? [] : clause.terms));
  const telling = heavy.filter((term) => term.kind !== "word" || isTelling(term.forms.first));
  return telling.length === 0 ? terms : telling;
}

function isTelling(first: string): boolean {
  return Array.from(first).length >= SHORTEST_TELLING && !isJoiningWord(first);
}

const SHORTEST_TELLING = 3;
