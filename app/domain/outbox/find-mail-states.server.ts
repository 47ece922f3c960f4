import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import type { OutboxRow } from "#app/domain/mail/sendable-mail.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** Where a mail of the installation went, and what became of it. */
export interface MailStateFacts {
  id: string;
  address: string;
  state: OutboxRow["state"];
  attempts: number;
  createdAt: Instant;
  sentAt: Instant | null;
}

export const MAIL_STATES_PER_PAGE = 50;

/**
 * Recipient and state of the mails of the installation, newest first; never what a mail is about, since that would tell
 * administrators of sessions they are not in.
 * @param page counted from 1
 */
export async function findMailStates(
  db: Db,
  actor: Actor,
  page: number,
): Promise<{ total: number; pages: number; mails: MailStateFacts[] }> {
  requireAdministrator(actor);
  const { n } = await db
    .selectFrom("outbox")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  const mails = await db
    .selectFrom("outbox")
    .select(["id", "address", "state", "attempts", "created_at as createdAt", "sent_at as sentAt"])
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(MAIL_STATES_PER_PAGE)
    .offset((page - 1) * MAIL_STATES_PER_PAGE)
    .execute();
  return { total: n, pages: Math.max(1, Math.ceil(n / MAIL_STATES_PER_PAGE)), mails };
}
