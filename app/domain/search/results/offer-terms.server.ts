import type { Actor } from "#app/domain/access/actor.ts";
import type { Matcher, Wanted } from "#app/domain/search/answer/matcher.ts";
import { type NamedList, termsNamed } from "#app/domain/search/query/named-terms.ts";
import { parseQuery, type Query } from "#app/domain/search/query/query.ts";
import type { SearchFilters } from "#app/domain/search/query/resolve-filters.server.ts";
import type { Vocabulary } from "#app/domain/search/query/search-vocabulary.server.ts";

/** Filters of which a term is offered. */
export type OfferedName = "theme" | "target" | "phase" | "institution";

/** A term that a query names, and how many records the same search finds by it instead of by the words. */
export interface OfferedTerm {
  name: OfferedName;
  value: string;
  label: string;
  count: number;
}

/** Terms offered at most, those that most words name, and how many are counted for it. */
const MOST_OFFERED = 3;
const MOST_COUNTED = 6;

/**
 * Terms that the words of a search name, each with what it finds in every language: the words of a text in another one
 * are not those that were typed. Counted as a search with that filter is for this viewer, so that what they may not see
 * or be told leaves no trace; what would find nothing is not offered.
 */
export async function offerTerms(
  actor: Actor,
  matcher: Matcher,
  wanted: Wanted,
  vocabulary: Vocabulary,
): Promise<OfferedTerm[]> {
  const { query, filters } = wanted;
  const named = termsNamed(query, listsOf(vocabulary)).filter(
    ({ name, value }) => !filters[name]?.includes(value.code),
  );
  const offered: OfferedTerm[] = [];
  for (const { name, value } of named.slice(0, MOST_COUNTED)) {
    if (offered.length === MOST_OFFERED) break;
    const instead: SearchFilters = { ...filters, [name]: [value.code] };
    const { matched } = await matcher.match(actor, { ...wanted, query: NO_WORDS, filters: instead, limit: 1 });
    if (matched.total > 0) offered.push({ name, value: value.code, label: value.label, count: matched.total });
  }
  return offered;
}

/** Whether all that was typed is the name of a term, and so no misspelt word, though no text has it. */
export function isNameOfTerm(query: Query, vocabulary: Vocabulary): boolean {
  return query.clauses.length === 1 && termsNamed(query, listsOf(vocabulary)).length > 0;
}

const NO_WORDS = parseQuery("");

/** Types of institutions are named by words of every day ("police", "health"). */
function listsOf({ themes, targetGroups, phases, institutionTypes }: Vocabulary): NamedList<OfferedName>[] {
  return [
    { name: "theme", values: themes, fewest: 1 },
    { name: "target", values: targetGroups, fewest: 1 },
    { name: "phase", values: phases, fewest: 1 },
    { name: "institution", values: institutionTypes, fewest: 2 },
  ];
}
