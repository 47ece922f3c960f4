import { type RawBuilder, sql } from "kysely";
import { ftsMatch, rankingBands } from "#app/domain/search/fts.ts";
import type { Query } from "#app/domain/search/query.ts";
import type { Tier } from "#app/domain/search/terms.ts";

/** Whether a `document` of the index matches an FTS5 expression. */
export function matchesIndex(expression: string): RawBuilder<unknown> {
  return sql`document.id in (select rowid from search_index where search_index match ${expression})`;
}

/**
 * How well a `document` matches, as an integer: whether it bears the number asked for, has the words as written, has
 * them all in the title, has them and not synonyms; then how many parts of the query it has, in the title twice.
 *
 * bm25 is not used: it weighs by how often a word occurs in all texts, so the order of results would tell a reader that
 * hidden records exist. This rank depends on nothing but the query and the document.
 */
export function rankOf(query: Query, tier: Tier): RawBuilder<unknown> {
  const bands = rankingBands(query, tier);
  const parts =
    query.clauses.length < 2 ? [] : query.clauses.map((clause) => ({ ...query, clauses: [clause], excluded: [] }));
  const weighed = [
    [8000, bands.identifier],
    [4000, bands.exact],
    [2000, bands.title],
    [1000, bands.direct],
    ...parts.flatMap((part): [number, string][] => [
      [2, rankingBands(part, tier).title],
      ...(tier === 3 ? [[3, ftsMatch(part, tier) ?? ""] as [number, string]] : []),
    ]),
  ] as [number, string][];
  return sql.join(
    weighed
      .filter(([, expression]) => expression !== "")
      .map(([weight, expression]) => sql`${sql.lit(weight)} * (${matchesIndex(expression)})`),
    sql` + `,
  );
}
