import type { Actor } from "#app/domain/access/actor.ts";
import type { Matched, Matcher, SearchSort, Wanted } from "#app/domain/search/answer/matcher.ts";
import { withSuggestions } from "#app/domain/search/answer/suggest.ts";
import { indexIsBehind } from "#app/domain/search/index/index-state.server.ts";
import type { FacetName } from "#app/domain/search/query/facet-names.ts";
import { nearIn, note, tierNote } from "#app/domain/search/query/notes.ts";
import { addedSynonyms, parseQuery, type Query } from "#app/domain/search/query/query.ts";
import {
  type ResolvedFilters,
  resolveFilters,
  type SearchFilterName,
  type SearchFilters,
  searchFilterNames,
} from "#app/domain/search/query/resolve-filters.server.ts";
import { readVocabulary, type Vocabulary } from "#app/domain/search/query/search-vocabulary.server.ts";
import type { Tier } from "#app/domain/search/query/terms.ts";
import { type Cursor, readCursor, writeCursor } from "#app/domain/search/results/cursor.server.ts";
import { describeHits, describeRecognised } from "#app/domain/search/results/describe-hits.server.ts";
import { type Facets, nameFacets } from "#app/domain/search/results/facets.server.ts";
import type { Hit } from "#app/domain/search/results/hit.ts";
import { isNameOfTerm, type OfferedTerm, offerTerms } from "#app/domain/search/results/offer-terms.server.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";
import type { Message } from "#app/i18n/message.ts";
import type { Db } from "#db/store.ts";

export interface SearchInput {
  /** As typed; may hold operators. Empty: everything, newest first. */
  query: string;
  filters?: SearchFilters;
  /** Language of the viewer: of labels, and of the version preferred where several match equally. */
  locale: InterfaceLocale;
  /** Hits a page, 1 to 100. */
  limit?: number;
  /** From `next` or `previous` of another page of the same search. */
  cursor?: string | null;
  /** By relevance where there are words to be relevant to, unless told otherwise. */
  sort?: SearchSort;
  /** Whose calendar dates in filters go by; that of Sarajevo, unless told otherwise. */
  zone?: string;
  /** Types of sources; all, unless told otherwise. */
  types?: readonly string[];
  /** Say of every hit which words stand where in it; for programs. */
  explain?: boolean;
}

export interface SearchResult {
  total: number;
  /** 1 as asked, 2 similar words, 3 any of the words. */
  tier: Tier;
  sort: SearchSort;
  /** What to tell the viewer about how the query was understood. */
  notes: Message[];
  /** Filters in force, typed and picked, as understood: codes, and ids of groups, rounds, sessions and references. */
  filters: SearchFilters;
  /** The same one by one, with the names of the values. */
  active: ActiveFilter[];
  /**
   * The query with what may have been meant instead of words that stand nowhere; null where there is nothing to say.
   */
  suggested: string | null;
  /** Terms that the words name, to search by instead; on the first page alone. */
  offers: OfferedTerm[];
  /** What the query names by its number, whether or not it has the other words; see `isShownByNumber`. */
  recognised: Hit[];
  hits: Hit[];
  facets: Facets;
  /** How many hits stand before the first of this page. */
  before: number;
  next: string | null;
  previous: string | null;
}

export interface ActiveFilter {
  name: SearchFilterName;
  value: string;
  label: string;
  /** Value of `lang` where the label is in another language than the viewer reads. */
  lang?: string;
}

/** Hits of a page at most: every one of them is read and marked. */
const MAX_HITS = 100;

/** Synonyms named in the note; a name has one in every language. */
const MAX_SYNONYMS = 6;

/**
 * Finds what the actor may see. Nothing in the answer depends on a record the actor does not see, or on a value that
 * attribution hides from them: not the hits and their order, not the totals, not the facets.
 * @throws SearchNotReady while the index is not in memory
 */
export async function search(db: Db, actor: Actor, input: SearchInput, matcher: Matcher): Promise<SearchResult> {
  const found = await findMatches(db, actor, input, MAX_HITS, matcher);
  const { query, vocabulary, resolved, sort, tier, matched, paging, types } = found;
  const { filters } = resolved;
  const searched = matcher.sources.filter(({ type }) => types?.includes(type) ?? true);
  const synonyms = addedSynonyms(query);
  const suggested = await suggestInstead(found, matcher, actor);
  const asked = { query, tier, vocabulary, cites: filters.cites };
  const facets = await nameFacets(db, matched.counts, filters, vocabulary, matcher.sources, input.locale);
  return {
    total: matched.total,
    tier,
    sort,
    notes: [
      ...query.notes.map((one) => nearIn(one, input.locale)),
      ...(suggested === null ? [] : [note("didYouMean", { query: suggested })]),
      ...((await indexIsBehind(db)) ? [note("rebuilding")] : []),
      ...tierNotes(tier, matched),
      ...resolved.notes,
      ...synonymNotes(synonyms),
    ],
    suggested,
    offers: input.cursor ? [] : await offerTerms(actor, matcher, found.wanted, vocabulary),
    filters,
    active: activeFilters(resolved, facets),
    recognised: await describeRecognised(db, actor, searched, asked),
    hits: await describeHits(db, actor, searched, paging.page, { ...asked, explain: input.explain }),
    facets,
    before: paging.before,
    next: paging.next,
    previous: paging.previous,
  };
}

/** Asked for only where what was typed is not found as it is. */
async function suggestInstead(found: FoundMatches, matcher: Matcher, actor: Actor) {
  const { query, vocabulary, tier, matched, types } = found;
  if (query.clauses.length === 0 || (tier === 1 && matched.all > 0) || isNameOfTerm(query, vocabulary)) return null;
  const suggestions = await matcher.suggest(actor, query, types);
  return suggestions.length === 0 ? null : withSuggestions(query.text, suggestions).trim();
}

export interface FoundMatches {
  query: Query;
  vocabulary: Vocabulary;
  resolved: ResolvedFilters;
  sort: SearchSort;
  tier: Tier;
  matched: Matched;
  paging: ReturnType<typeof pagingOf>;
  wanted: Wanted;
  types: readonly string[] | null;
}

/** One page of what matches, by id, and how the search was understood: what `search` describes. */
export async function findMatches(
  db: Db,
  actor: Actor,
  input: SearchInput,
  maxHits: number,
  matcher: Matcher,
): Promise<FoundMatches> {
  const { locale, types = null } = input;
  const limit = Math.min(Math.max(Math.trunc(input.limit ?? 20) || 1, 1), maxHits);
  const query = parseQuery(input.query);
  const vocabulary = await readVocabulary(db, locale);
  const given = joined(query.filters, input.filters ?? {});
  const resolved = await resolveFilters(db, actor, matcher.sources, given, vocabulary, locale, input.zone);
  const { filters, bounds } = resolved;
  const sort = input.sort ?? (query.clauses.length > 0 ? "relevance" : "newest");
  const cursor = readCursor(input.cursor);
  const { themeTree } = vocabulary;
  const year = new Date().getUTCFullYear();
  const wanted: Wanted = { query, filters, bounds, themeTree, types, locale, sort, limit, cursor, year };
  const { tier, matched } = await matcher.match(actor, wanted);
  // A cursor whose record is gone leads nowhere: better the first page than none.
  if (cursor && matched.page.length === 0 && matched.total > 0) {
    return findMatches(db, actor, { ...input, cursor: null }, maxHits, matcher);
  }
  const paging = pagingOf(matched, limit, cursor);
  return { query, vocabulary, resolved, sort, tier, matched, paging, wanted, types };
}

function activeFilters({ filters, labels }: ResolvedFilters, facets: Facets): ActiveFilter[] {
  return searchFilterNames.flatMap((name) =>
    (filters[name] ?? []).map((value) => {
      const counted = name in facets ? facets[name as FacetName].find((facet) => facet.value === value) : undefined;
      const named = { name, value, label: counted?.label ?? labels[name]?.[value] ?? value };
      return counted?.lang ? { ...named, lang: counted.lang } : named;
    }),
  );
}

function tierNotes(tier: Tier, matched: Matched): Message[] {
  const named = matched.all === 0 ? null : tierNote(tier);
  return named ? [named] : [];
}

function synonymNotes(synonyms: readonly string[]): Message[] {
  if (synonyms.length === 0) return [];
  const named = synonyms.slice(0, MAX_SYNONYMS).join(", ");
  return [
    { key: "searchNotes.synonyms", params: { synonyms: synonyms.length > MAX_SYNONYMS ? `${named}, …` : named } },
  ];
}

function joined(typed: SearchFilters, picked: SearchFilters): SearchFilters {
  return Object.fromEntries(searchFilterNames.map((name) => [name, [...(typed[name] ?? []), ...(picked[name] ?? [])]]));
}

/** The page without the one beyond it, and what leads on and back. */
function pagingOf(matched: Matched, limit: number, cursor: Cursor | null) {
  const back = cursor?.direction === "before";
  const isMore = matched.page.length > limit;
  const page = back ? matched.page.slice(-limit) : matched.page.slice(0, limit);
  // Records may have come or gone since the cursor was written: what it says about its position is bounded by the
  // total.
  const wanted = back ? cursor.position - page.length : (cursor?.position ?? 0);
  const before = Math.max(0, Math.min(wanted, matched.total - page.length));
  const first = page[0];
  const last = page.at(-1);
  const hasNext = back ? true : isMore;
  const hasPrevious = back ? isMore : cursor !== null;
  return {
    page,
    before,
    next: last && hasNext ? writeCursor({ direction: "after", edge: last.id, position: before + page.length }) : null,
    previous: first && hasPrevious ? writeCursor({ direction: "before", edge: first.id, position: before }) : null,
  };
}
