import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Lets go the mails that were held back: those that are still true go out, the others are given up. @returns how many
 * @throws NotFound for other than administrators
 */
export async function releaseHeld(store: Store, actor: Actor, now: Date = new Date()): Promise<{ released: number }> {
  requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    const result = await db
      .updateTable("outbox")
      .set({ state: "waiting", reason: "", attempts: 0, next_attempt_at: now.toISOString() })
      .where("state", "=", "held")
      .executeTakeFirst();
    const released = Number(result.numUpdatedRows);
    await recordEvent(db, actor, "installation.mails-released", { id: "installation" }, { mails: released }, now);
    return { released };
  });
}
