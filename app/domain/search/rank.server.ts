import { type RawBuilder, sql } from "kysely";
import { rankWeights } from "#app/domain/search/fts.ts";
import type { Query } from "#app/domain/search/query.ts";
import type { Tier } from "#app/domain/search/terms.ts";

/** Whether a `document` of the index matches an FTS5 expression. */
export function matchesIndex(expression: string): RawBuilder<unknown> {
  return sql`document.id in (select rowid from search_index where search_index match ${expression})`;
}

/**
 * How well a `document` matches, as an integer: whether it bears the number asked for, has the words as written, has
 * them all in the title, has them and not synonyms; then how many parts of the query it has, and how. See
 * `rankWeights`.
 */
export function rankOf(query: Query, tier: Tier): RawBuilder<unknown> {
  const weights = rankWeights(query, tier).map(
    ([weight, expression]) => sql`${sql.lit(weight)} * (${matchesIndex(expression)})`,
  );
  return weights.length === 0 ? sql`(0)` : sql.join(weights, sql` + `);
}
