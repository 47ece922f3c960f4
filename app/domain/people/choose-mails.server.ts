import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import type { MailChoiceInput } from "#app/domain/people/mail-choice-input.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Keeps which mails the actor wants. News that wait for a digest that is not wanted any more go out now, or not at all.
 */
export async function chooseMails(
  store: Store,
  actor: Actor,
  { reminders, news }: MailChoiceInput,
  now: Date = new Date(),
): Promise<null> {
  const { accountId } = actor;
  if (!accountId) throw new NotFound("account");
  const wants = (kind: MailChoiceInput["reminders"][number]) =>
    reminders.includes(kind) ? (1 as const) : (0 as const);
  const values = {
    ...{ day_before: wants("day"), hour_before: wants("hour"), after_end: wants("after") },
    ...{ news, updated_at: now.toISOString() },
  };
  return writeTransaction(store, async (db) => {
    await db
      .insertInto("mail_choice")
      .values({ account_id: accountId, ...values })
      .onConflict((conflict) => conflict.column("account_id").doUpdateSet(values))
      .execute();
    if (news !== "daily") await releaseGathered(db, accountId, news, now);
    await recordEvent(db, actor, "account.edited", { id: accountId }, {}, now);
    return null;
  });
}

async function releaseGathered(db: Db, accountId: string, news: "at-once" | "never", now: Date): Promise<void> {
  const out = { next_attempt_at: now.toISOString() };
  await db
    .updateTable("outbox")
    .set({ gathered: 0, ...(news === "never" ? { state: "dropped", reason: "unwanted" } : out) })
    .where("recipient_id", "=", accountId)
    .where("gathered", "=", 1)
    .where("state", "=", "waiting")
    .execute();
}
