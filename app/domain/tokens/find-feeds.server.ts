import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import { choiceOf, scopeOf } from "#app/domain/tokens/feed-scope.ts";
import type { Db } from "#db/store.ts";

/** A feed as stored, for its owner: without its address. */
export interface FeedFacts {
  id: string;
  name: string;
  /** What it is of, as the value of a choice. */
  which: string;
  discloses: boolean;
  createdAt: string;
  lastUsedAt: string | null;
}

/** The actor's own feeds, newest first. */
export async function findFeeds(db: Db, actor: Actor): Promise<FeedFacts[]> {
  const rows = await feedsOf(db, actor).orderBy("created_at", "desc").orderBy("id").execute();
  return rows.map(feedFacts);
}

/**
 * One of the actor's own feeds.
 * @throws NotFound for feeds of others
 */
export async function findFeed(db: Db, actor: Actor, id: string): Promise<FeedFacts> {
  const row = await feedsOf(db, actor).where("id", "=", id).executeTakeFirst();
  if (!row) throw new NotFound("feed");
  return feedFacts(row);
}

function feedsOf(db: Db, actor: Actor) {
  return db
    .selectFrom("calendar_feed")
    .select(["id", "name", "scope", "group_id", "beneficiary_id", "discloses", "created_at", "last_used_at"])
    .where("account_id", "=", actor.accountId ?? "");
}

type Row = Awaited<ReturnType<ReturnType<typeof feedsOf>["execute"]>>[number];

function feedFacts(row: Row): FeedFacts {
  return {
    id: row.id,
    name: row.name,
    which: choiceOf(scopeOf(row)),
    discloses: row.discloses === 1,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  };
}
