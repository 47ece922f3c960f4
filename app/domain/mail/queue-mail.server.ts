import { newId, sha256 } from "#app/domain/identity.server.ts";
import type { MailTemplate, MailTemplates } from "#app/domain/mail/templates.ts";
import type { Db } from "#db/store.ts";

/** A mail to one person. */
export interface MailOrder<T extends MailTemplate> {
  template: T;
  parameters: MailTemplates[T];
  /** The account it goes to; null for an invitation to somebody who has none yet. */
  recipientId: string | null;
  address: string;
  groupId: string | null;
  /** What it is about: permission to know of it is checked again when it is sent. */
  subject: { type: "session" | "contribution" | "account" | "invitation"; id: string };
  /** Two orders with the same key are one mail. */
  idempotencyKey: string;
}

/** Puts a mail into the outbox, in the transaction of the change it tells about. */
export async function queueMail<T extends MailTemplate>(
  db: Db,
  order: MailOrder<T>,
  now: Date = new Date(),
): Promise<void> {
  await db
    .insertInto("outbox")
    .values({
      id: newId(),
      idempotency_key: order.idempotencyKey,
      template: order.template,
      parameters: JSON.stringify(order.parameters),
      recipient_id: order.recipientId,
      address: order.address,
      group_id: order.groupId,
      subject_type: order.subject.type,
      subject_id: order.subject.id,
      next_attempt_at: now.toISOString(),
      // Stable over attempts, so that a mail delivered twice is recognised as one.
      message_id: sha256(order.idempotencyKey).slice(0, 32),
      created_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.column("idempotency_key").doNothing())
    .execute();
}
