import { newId, sha256 } from "#app/domain/identity.server.ts";
import type { MailDefinition } from "#app/domain/mail/define-mail.ts";
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
}

/** Puts a mail into the outbox, in the transaction of the change it tells about. */
export async function queueMail<Kept>(
  db: Db,
  definition: MailDefinition<Kept, unknown>,
  { kept, to, groupId, subjectId, mark }: MailOrder<NoInfer<Kept>>,
  now: Date,
): Promise<void> {
  const key = `${definition.name}:${mark}`;
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
      next_attempt_at: now.toISOString(),
      // Stable over attempts, so that a mail delivered twice is recognised as one.
      message_id: sha256(key).slice(0, 32),
      created_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.column("idempotency_key").doNothing())
    .execute();
}
