import type { Actor } from "#app/domain/access/actor.ts";
import type { MailDefinition } from "#app/domain/mail/define-mail.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { Db } from "#db/store.ts";

/** News of a session for some of its people. */
export interface News<Kept> {
  session: Pick<SessionFacts, "id" | "groupId">;
  accountIds: Iterable<string>;
  kept: Kept;
  /** Tells this change from others of the session: its sequence, or its revision where the sequence stays. */
  mark: number;
}

/**
 * Queues a mail to each of the people who may still sign in, in the transaction of the change. The actor did it and so
 * knows.
 */
export async function notifyPeople<Kept>(
  db: Db,
  actor: Actor,
  definition: MailDefinition<Kept, unknown>,
  { session, accountIds, kept, mark }: News<NoInfer<Kept>>,
  now: Date,
): Promise<void> {
  const ids = [...accountIds].filter((id) => id !== actor.accountId);
  if (ids.length === 0) return;
  const accounts = await db
    .selectFrom("account")
    .select(["id", "address"])
    .where("id", "in", ids)
    .where("status", "=", "active")
    .orderBy("address")
    .execute();
  const order = { kept, groupId: session.groupId, subjectId: session.id };
  for (const to of accounts) {
    await queueMail(db, definition, { ...order, to, mark: `${session.id}:${mark}:${to.id}` }, now);
  }
}
