import type { Actor } from "#app/domain/access/actor.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { findFeed } from "#app/domain/tokens/find-feeds.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Ends one of the actor's feeds at once.
 * @throws NotFound for feeds of others
 */
export async function revokeFeed(
  store: Store,
  actor: Actor,
  input: { feedId: string },
  now: Date = new Date(),
): Promise<null> {
  return writeTransaction(store, async (db) => {
    const feed = await findFeed(db, actor, input.feedId);
    await db.deleteFrom("calendar_feed").where("id", "=", feed.id).execute();
    await recordEvent(db, actor, "calendar-feed.revoked", feed, {}, now);
    return null;
  });
}
