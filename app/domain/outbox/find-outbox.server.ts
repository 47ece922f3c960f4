import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { isUnsent, type UnsentReason } from "#app/domain/mail/define-mail.ts";
import { plainMail } from "#app/domain/mail/mail-text.ts";
import {
  kindOf,
  type OutboxRow,
  type Outgoing,
  type Reading,
  type WrittenMail,
} from "#app/domain/mail/sendable-mail.ts";
import { isFromDatabase } from "#db/engine.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

export const MAILS_PER_PAGE = 30;

/** A mail of a group. */
export interface MailFacts {
  id: string;
  to: string;
  /** In the language and on the clock of whoever looks at the list; null where it is not shown any more. */
  subject: string | null;
  /** Why it is not shown. */
  hidden: UnsentReason | "unwritable" | null;
  state: OutboxRow["state"];
  /** Why it was not sent. */
  reason: string;
  createdAt: Instant;
  /** When it goes out or is tried again; null where it does not wait. */
  dueAt: Instant | null;
}

/** The same with all of its text; secret links are never shown. */
export interface WholeMailFacts extends Omit<MailFacts, "to"> {
  to: { name: string; address: string };
  text: string | null;
  /** Language of the text. */
  locale: string;
  /** The kind of mail. */
  kind: string;
  subjectId: string | null;
  groupId: string;
  calendar: string | null;
  attempts: number;
  lastError: string;
  sentAt: Instant | null;
  /** Whether mails to this address came back, and if for good. */
  bounced: "permanent" | "temporary" | null;
}

/** Mails of a group, newest first, for its organisers. `page` counts from 1. */
export async function findOutbox(
  db: Db,
  actor: Actor,
  groupId: string,
  outgoing: Outgoing,
  { page, reading, now }: { page: number; reading: Reading; now: Date },
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
  // All at once: what they look up goes together.
  const mails = await Promise.all(
    rows.map(async (row): Promise<MailFacts> => {
      const { mail, hidden } = await shown(db, outgoing, row, { now, reading });
      return { ...factsOf(row, mail, hidden), to: mail?.to.name ?? row.address };
    }),
  );
  return { mails, pages: Math.max(1, Math.ceil(n / MAILS_PER_PAGE)) };
}

/** One mail with its text as its recipient may have it now. @throws NotFound for all who do not organise its group */
export async function findOutboxMail(
  db: Db,
  actor: Actor,
  mailId: string,
  outgoing: Outgoing,
  now: Date,
): Promise<WholeMailFacts> {
  const row = await db.selectFrom("outbox").selectAll().where("id", "=", mailId).executeTakeFirst();
  const organises = actor.memberships.some(({ groupId, role }) => role === "organiser" && groupId === row?.group_id);
  if (!row?.group_id || !organises) throw new NotFound("mail");
  const { mail, hidden } = await shown(db, outgoing, row, { now });
  const bounce = await db
    .selectFrom("bounced_address")
    .select("severity")
    .where("address", "=", row.address)
    .executeTakeFirst();
  return {
    bounced: bounce?.severity ?? null,
    ...factsOf(row, mail, hidden),
    to: mail?.to ?? { name: row.address, address: row.address },
    text: mail ? plainMail(mail) : null,
    locale: mail?.locale ?? "en",
    calendar: mail?.calendar?.content ?? null,
    kind: row.template,
    subjectId: row.subject_id,
    groupId: row.group_id,
    attempts: row.attempts,
    lastError: row.last_error,
    sentAt: row.sent_at,
  };
}

function factsOf(row: OutboxRow, mail: WrittenMail | null, hidden: MailFacts["hidden"]): Omit<MailFacts, "to"> {
  return {
    id: row.id,
    subject: mail?.subject ?? null,
    hidden,
    state: row.state,
    reason: row.reason,
    createdAt: row.created_at,
    dueAt: row.state === "waiting" ? row.next_attempt_at : null,
  };
}

/** The mail as it went out, or would go out now, without the secret of its link; or why it is not shown. */
async function shown(
  db: Db,
  outgoing: Outgoing,
  row: OutboxRow,
  at: { now: Date; reading?: Reading },
): Promise<{ mail: WrittenMail | null; hidden: MailFacts["hidden"] }> {
  try {
    const found = await kindOf(row, outgoing)?.write(db, outgoing.site, row, { ...at, secret: null });
    if (!found) return { mail: null, hidden: "unwritable" };
    return isUnsent(found) ? { mail: null, hidden: found.unsent } : { mail: found.mail, hidden: null };
  } catch (error) {
    // One that cannot be written must not take the page down: the worker says why it cannot.
    if (isFromDatabase(error)) throw error;
    return { mail: null, hidden: "unwritable" };
  }
}
