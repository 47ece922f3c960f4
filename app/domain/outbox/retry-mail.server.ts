import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/** Puts a mail that has not gone out on its way at once, at an organiser's wish. */
export async function retryMail(
  store: Store,
  actor: Actor,
  mailId: string,
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const row = await db
      .selectFrom("outbox")
      .select(["id", "group_id", "state"])
      .where("id", "=", mailId)
      .executeTakeFirst();
    const organises = actor.memberships.some(({ groupId, role }) => role === "organiser" && groupId === row?.group_id);
    if (!row || !organises || !["waiting", "failed", "kept", "held"].includes(row.state)) throw new NotFound("mail");
    await db
      .updateTable("outbox")
      .set({ state: "waiting", reason: "", attempts: 0, gathered: 0, next_attempt_at: now.toISOString() })
      .where("id", "=", mailId)
      .execute();
    await recordEvent(db, actor, "mail.retried", row, {}, now);
    return { id: mailId };
  });
}
