import type { Insertable } from "kysely";
import { newId, sha256 } from "#app/domain/identity.server.ts";
import type { MailDefinition } from "#app/domain/mail/define-mail.ts";
import { findMailChoice } from "#app/domain/mail/find-mail-choice.server.ts";
import { nextMorning } from "#app/domain/mail/next-morning.server.ts";
import { unsentStates } from "#app/domain/mail/sendable-mail.ts";
import type { OutboxTable } from "#db/schema/outbox.ts";
import type { Db } from "#db/store.ts";

/** A mail to one person. */
export interface MailOrder<Kept> {
  kept: Kept;
  /** An account, or the address of somebody who has none yet. */
  to: { id: string | null; address: string };
  groupId: string | null;
  /** Id of what it is about: permission to know of it is checked again when it is sent. */
  subjectId: string;
  /** Two orders of one kind with the same mark are one mail. */
  mark: string;
  /** Until when it waits for more to change; now unless said. */
  notBefore?: Date;
}

/** Puts a mail into the outbox, in the transaction of the change it tells about. */
export async function queueMail<Kept>(
  db: Db,
  definition: MailDefinition<Kept, unknown>,
  { kept, to, groupId, subjectId, mark, notBefore }: MailOrder<NoInfer<Kept>>,
  now: Date,
): Promise<void> {
  const key = `${definition.name}:${mark}`;
  const known = await db.selectFrom("outbox").select("id").where("idempotency_key", "=", key).executeTakeFirst();
  if (known) return;
  const thread = definition.replaces ? `${definition.name}:${subjectId}:${to.id ?? to.address}` : null;
  if (thread) await giveUpUnsent(db, thread);
  const way = definition.isNews && to.id ? await wayOf(db, to.id, now) : {};
  await db
    .insertInto("outbox")
    .values({
      id: newId(),
      idempotency_key: key,
      template: definition.name,
      parameters: JSON.stringify(kept),
      recipient_id: to.id,
      address: to.address,
      group_id: groupId,
      subject_type: definition.subjectType,
      subject_id: subjectId,
      thread,
      next_attempt_at: (notBefore ?? now).toISOString(),
      // Stable over attempts, so that a mail delivered twice is recognised as one.
      message_id: sha256(key).slice(0, 32),
      created_at: now.toISOString(),
      ...way,
    })
    .execute();
}

/** How the recipient wants news: at once, gathered until the morning, or not at all. */
async function wayOf(db: Db, accountId: string, now: Date): Promise<Partial<Insertable<OutboxTable>>> {
  const { news } = await findMailChoice(db, accountId);
  if (news === "at-once") return {};
  if (news === "never") return { state: "dropped", reason: "unwanted" };
  const account = db.selectFrom("account").select("zone").where("id", "=", accountId);
  const { zone } = await account.executeTakeFirstOrThrow();
  return { gathered: 1, next_attempt_at: nextMorning(now, zone).toISOString() };
}

/**
 * Runs as many statements as queueing a mail whose kind replaces earlier ones, and changes nothing: for whoever must
 * not learn whether there is a mail.
 */
export async function queueNothing(db: Db): Promise<void> {
  await db.selectFrom("outbox").select("id").where("idempotency_key", "=", newId()).executeTakeFirst();
  await giveUpUnsent(db, newId());
  await db.deleteFrom("outbox").where("idempotency_key", "=", newId()).execute();
}

/**
 * Clears the way for a newer mail of a thread. One that was tried or read out stays to be seen and is not tried
 * again: its Message-ID may have been seen with what it said then.
 */
async function giveUpUnsent(db: Db, thread: string): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ state: "dropped", reason: "replaced" })
    .where("thread", "=", thread)
    .where("state", "in", unsentStates)
    .where((eb) => eb.or([eb("state", "<>", "waiting"), eb("attempts", ">", 0)]))
    .execute();
  await db.deleteFrom("outbox").where("thread", "=", thread).where("state", "=", "waiting").execute();
}
