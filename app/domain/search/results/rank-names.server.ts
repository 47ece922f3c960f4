import type { Actor } from "#app/domain/access/actor.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import { describeHits } from "#app/domain/search/results/describe-hits.server.ts";
import { findMatches, type SearchInput } from "#app/domain/search/search.server.ts";
import type { Db } from "#db/store.ts";

/** Names of a list at most. */
export const MAX_NAMES = 1000;

/**
 * What `search` finds, in the same order, as a long list of names alone: what an import called the record, else its
 * number, else its id. For evaluations, which ask thousands of questions.
 */
export async function rankNames(
  db: Db,
  actor: Actor,
  input: SearchInput,
  matcher: Matcher,
): Promise<{ total: number; names: string[] }> {
  const found = await findMatches(db, actor, input, MAX_NAMES, matcher);
  const { matched, paging } = found;
  // Nothing is marked: only the names are wanted.
  const search = { ...found, query: { ...found.query, clauses: [] } };
  const hits = await describeHits(db, actor, matcher.sources, paging.page, search);
  return { total: matched.total, names: hits.map(({ id, externalId, number }) => externalId ?? (number || id)) };
}
