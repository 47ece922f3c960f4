import type { Actor } from "#app/domain/access/actor.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import { nameRows } from "#app/domain/search/results/hit-rows.server.ts";
import { findMatches, type SearchInput } from "#app/domain/search/search.server.ts";
import type { Db } from "#db/store.ts";

/** Names of a list at most. */
export const mostNames = 1000;

/**
 * What `search` finds, in the same order, as a long list of names alone: what an import called the record, else its
 * number. For evaluations, which ask thousands of questions.
 */
export async function rankNames(
  db: Db,
  actor: Actor,
  input: SearchInput,
  matcher: Matcher,
): Promise<{ total: number; names: string[] }> {
  const { matched, paging } = await findMatches(db, actor, input, mostNames, matcher);
  const rows = await nameRows(
    db,
    actor,
    paging.page.map(({ id }) => id),
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return { total: matched.total, names: paging.page.flatMap(({ id }) => names.get(id) ?? []) };
}
