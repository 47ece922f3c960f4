import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import type { MailChoiceInput } from "#app/domain/people/mail-choice-input.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/** Keeps which mails the actor wants. */
export async function chooseMails(
  store: Store,
  actor: Actor,
  { reminders }: MailChoiceInput,
  now: Date = new Date(),
): Promise<null> {
  const { accountId } = actor;
  if (!accountId) throw new NotFound("account");
  const wants = (kind: MailChoiceInput["reminders"][number]) =>
    reminders.includes(kind) ? (1 as const) : (0 as const);
  const values = {
    ...{ day_before: wants("day"), hour_before: wants("hour"), after_end: wants("after") },
    updated_at: now.toISOString(),
  };
  return writeTransaction(store, async (db) => {
    await db
      .insertInto("mail_choice")
      .values({ account_id: accountId, news: "at-once", ...values })
      .onConflict((conflict) => conflict.column("account_id").doUpdateSet(values))
      .execute();
    await recordEvent(db, actor, "account.edited", { id: accountId }, {}, now);
    return null;
  });
}
