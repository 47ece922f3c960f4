import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { plainMail } from "#app/domain/mail/mail-text.ts";
import { kindOf, type OutboxRow, type Outgoing, type WrittenMail } from "#app/domain/mail/sendable-mail.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

export const MAILS_PER_PAGE = 30;

/** A mail of a group. The subject, as its recipient reads it, is null where that may no longer be told. */
export interface MailFacts {
  id: string;
  to: string;
  subject: string | null;
  state: OutboxRow["state"];
  createdAt: Instant;
}

/** The same with all of its text; secret links are never shown. */
export interface WholeMailFacts extends Omit<MailFacts, "to"> {
  to: { name: string; address: string };
  text: string | null;
  /** Language of the text. */
  locale: string;
  calendar: string | null;
  attempts: number;
  lastError: string;
  sentAt: Instant | null;
}

/** Mails of a group, newest first, for its organisers. `page` counts from 1. */
export async function findOutbox(
  db: Db,
  actor: Actor,
  groupId: string,
  outgoing: Outgoing,
  page: number,
): Promise<{ mails: MailFacts[]; pages: number }> {
  authorise(actor, "outbox.read", { groupId });
  const { n } = await db
    .selectFrom("outbox")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("group_id", "=", groupId)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom("outbox")
    .selectAll()
    .where("group_id", "=", groupId)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(MAILS_PER_PAGE)
    .offset((page - 1) * MAILS_PER_PAGE)
    .execute();
  const mails: MailFacts[] = [];
  for (const row of rows) {
    const mail = await shown(db, outgoing, row);
    mails.push({
      id: row.id,
      to: mail?.to.name ?? row.address,
      subject: mail?.subject ?? null,
      state: row.state,
      createdAt: row.created_at,
    });
  }
  return { mails, pages: Math.max(1, Math.ceil(n / MAILS_PER_PAGE)) };
}

/** One mail with its text as its recipient may have it now. @throws NotFound for all who do not organise its group */
export async function findOutboxMail(
  db: Db,
  actor: Actor,
  mailId: string,
  outgoing: Outgoing,
): Promise<WholeMailFacts> {
  const row = await db.selectFrom("outbox").selectAll().where("id", "=", mailId).executeTakeFirst();
  const organises = actor.memberships.some(({ groupId, role }) => role === "organiser" && groupId === row?.group_id);
  if (!row || !organises) throw new NotFound("mail");
  const mail = await shown(db, outgoing, row);
  return {
    id: row.id,
    to: mail?.to ?? { name: row.address, address: row.address },
    subject: mail?.subject ?? null,
    text: mail ? plainMail(mail) : null,
    locale: mail?.locale ?? "en",
    calendar: mail?.calendar?.content ?? null,
    state: row.state,
    attempts: row.attempts,
    lastError: row.last_error,
    createdAt: row.created_at,
    sentAt: row.sent_at,
  };
}

/** The mail as it would go out now, without the secret of its link; null too where the worker says why it cannot. */
async function shown(db: Db, outgoing: Outgoing, row: OutboxRow): Promise<WrittenMail | null> {
  const mail = kindOf(row, outgoing)?.write(db, outgoing.site, row, { now: new Date(), secret: null });
  return (await mail?.catch(() => null)) ?? null;
}
