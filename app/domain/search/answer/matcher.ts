import type { Actor } from "#app/domain/access/actor.ts";
import type { Suggestion } from "#app/domain/search/answer/suggest.ts";
import type { Bounds } from "#app/domain/search/query/bounds.server.ts";
import type { FacetName } from "#app/domain/search/query/facet-names.ts";
import type { Query } from "#app/domain/search/query/query.ts";
import type { SearchFilters } from "#app/domain/search/query/resolve-filters.server.ts";
import type { Tier } from "#app/domain/search/query/terms.ts";
import type { Cursor } from "#app/domain/search/results/cursor.server.ts";
import type { SearchSources } from "#app/domain/search/sources.ts";

export type SearchSort = "relevance" | "newest";

/** What is looked for, with all names resolved to codes and ids. */
export interface Wanted {
  query: Query;
  filters: SearchFilters;
  bounds: Bounds;
  /** `[ancestor, theme]` by code. */
  themeTree: readonly (readonly [string, string])[];
  /** Types of sources; null for all. */
  types: readonly string[] | null;
  locale: string;
  sort: SearchSort;
  limit: number;
  cursor: Cursor | null;
  /** This year, by which recent records are preferred a little. */
  year: number;
}

export interface Match {
  /** Type of its source. */
  type: string;
  id: string;
  /** Language of the version that matched best. */
  language: string;
  /** How well it matches, and the small weight of the record; more is better. See `rankWeights` and `recordWeight`. */
  rank: number;
}

export interface Matched {
  /** Visible matches before filters: none of them is what makes a search try the next tier. */
  all: number;
  /** Visible matches that pass the filters. */
  total: number;
  /** Counts by value, each as if its own filter were off. */
  counts: Record<FacetName, Map<string, number>>;
  /** One page in order, with one more beyond it where there is one. */
  page: Match[];
}

/** What answers searches: the index in memory, here or in a thread. */
export interface Matcher {
  /** What it searches in. */
  readonly sources: SearchSources;
  /**
   * Everything the actor sees that matches, in the first tier in which there is something.
   * @throws SearchNotReady while the index is not in memory; so do the others
   */
  match(actor: Actor, wanted: Wanted): Promise<{ tier: Tier; matched: Matched }>;
  /** What may have been meant instead of words that stand in no text the actor sees. */
  suggest(actor: Actor, query: Query, types: readonly string[] | null): Promise<Suggestion[]>;
  /** Records of the same type that the actor sees and that have much in common with one, the nearest first. */
  similar(actor: Actor, type: string, recordId: string, limit: number): Promise<Match[]>;
}

/** Whether a tier has matches is asked before filters, so that ticking a filter never changes what the words mean. */
export function inFirstTier({ clauses }: Query, match: (tier: Tier) => Matched): { tier: Tier; matched: Matched } {
  for (const tier of [1, 2] as const) {
    const matched = match(tier);
    if (matched.all > 0 || clauses.length === 0) return { tier, matched };
  }
  return { tier: 3, matched: match(3) };
}
