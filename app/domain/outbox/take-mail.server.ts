import type { ExpressionBuilder } from "kysely";
import { type ComposedMail, composeMail, htmlFromText } from "#app/domain/mail/compose.server.ts";
import { isUnsent, type Unsent } from "#app/domain/mail/define-mail.ts";
import { plainMail } from "#app/domain/mail/mail-text.ts";
import {
  kindOf,
  type OutboxRow,
  type Outgoing,
  type PreparedMail,
  type Site,
  unsentStates,
} from "#app/domain/mail/sendable-mail.ts";
import { settle } from "#app/domain/outbox/settle-mail.server.ts";
import { isFromDatabase } from "#db/engine.ts";
import type { Schema } from "#db/schema/schema.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

const LEASE_MINUTES = 5;

/** A mail that is ready to be sent, and leased to whoever took it. */
export interface TakenMail {
  row: OutboxRow;
  prepared: PreparedMail;
  composed: ComposedMail;
}

/** A cheap look with the reading connection, so that an idle installation writes nothing. */
export async function isAnyDue(store: Store, now: Date): Promise<boolean> {
  const row = await store.read
    .selectFrom("outbox")
    .select("id")
    .where((eb) => isDue(eb, now))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Takes the next mail that is due: finds what it says now, makes its secret, and notes the attempt, in one transaction,
 * so that it says what is true when it is taken. One that is not to be sent, or cannot be written, is settled instead:
 * it must not hold up those behind it.
 * @returns null when nothing is due, "settled" when there is nothing to send
 */
export async function takeMail(store: Store, outgoing: Outgoing, now: Date): Promise<TakenMail | "settled" | null> {
  const take = async (db: Db) => {
    const row = await findDue(db, now);
    if (!row) return null;
    if (await isReplaced(db, row)) return drop(db, row, "replaced");
    const ready = await prepare(db, outgoing, row, now).catch(unwritable);
    if (isUnsent(ready)) return drop(db, row, ready.unsent);
    const attempt = { attempts: row.attempts + 1, tried_at: now.toISOString() };
    if ("fault" in ready) {
      await settle(db, row.id, { state: "failed", reason: ready.fault, last_error: ready.error, ...attempt });
      return "settled" as const;
    }
    const lease_until = new Date(now.getTime() + LEASE_MINUTES * 60_000).toISOString();
    const message_id = messageId(row, outgoing.site);
    await settle(db, row.id, { state: "sending", lease_until, message_id, ...attempt });
    await ready.prepared.note(db, "trying");
    return { row: { ...row, ...attempt }, ...ready };
  };
  return writeTransaction(store, take, { quiet: true });
}

async function findDue(db: Db, now: Date): Promise<OutboxRow | undefined> {
  return db
    .selectFrom("outbox")
    .selectAll()
    .where((eb) => isDue(eb, now))
    .orderBy("created_at")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}

/** Due are those that wait for no digest, and those whose sender died; of a thread never two at once. */
function isDue(eb: ExpressionBuilder<Schema, "outbox">, now: Date) {
  const at = now.toISOString();
  const underWay = eb.exists(
    eb
      .selectFrom("outbox as other")
      .select("other.id")
      .whereRef("other.thread", "=", "outbox.thread")
      .whereRef("other.id", "<>", "outbox.id")
      .where("other.state", "=", "sending")
      .where("other.lease_until", ">", at),
  );
  return eb.or([
    eb.and([eb("state", "=", "waiting"), eb("gathered", "=", 0), eb("next_attempt_at", "<=", at), eb.not(underWay)]),
    eb.and([eb("state", "=", "sending"), eb("lease_until", "<=", at)]),
  ]);
}

/** Whether a newer mail took the place of one whose sender died. */
export async function isReplaced(db: Db, { id, thread, state }: OutboxRow): Promise<boolean> {
  if (!thread || state !== "sending") return false;
  const newer = await db
    .selectFrom("outbox")
    .select("id")
    .where("thread", "=", thread)
    .where("id", "<>", id)
    .where("state", "in", unsentStates)
    .executeTakeFirst();
  return newer !== undefined;
}

async function drop(db: Db, { id }: OutboxRow, reason: string): Promise<"settled"> {
  await settle(db, id, { state: "dropped", reason, last_error: "" });
  return "settled";
}

interface Unwritable {
  fault: "unknown-kind" | "unwritable";
  error: string;
}

async function prepare(
  db: Db,
  outgoing: Outgoing,
  row: OutboxRow,
  now: Date,
): Promise<Omit<TakenMail, "row"> | Unsent | Unwritable> {
  const kind = kindOf(row, outgoing);
  // Of another release: an organiser sees it, and can send it again when the release knows it.
  if (!kind) return { fault: "unknown-kind", error: row.template };
  const { site } = outgoing;
  const about = { subjectId: row.subject_id ?? "", recipientId: row.recipient_id, request: row.id };
  const secret = async () => (await kind.mint?.(db, about, now)) ?? null;
  const prepared = await kind.write(db, site, row, { now, secret });
  if (isUnsent(prepared)) return prepared;
  return { prepared, composed: compose(prepared, site, messageId(row, site)) };
}

function unwritable(error: unknown): Unwritable {
  // The database may be well again in a moment, and then the mail can be written.
  if (isFromDatabase(error)) throw error;
  const words = error instanceof Error ? error.message : String(error);
  return { fault: "unwritable", error: words.slice(0, 300) };
}

function compose({ mail }: PreparedMail, { mailFrom }: Site, messageId: string): ComposedMail {
  const { to, replyTo, subject, calendar } = mail;
  return composeMail({
    from: { name: "Zbornik", address: mailFrom },
    ...{ to, subject, text: plainMail(mail), messageId: `<${messageId}>` },
    ...(replyTo && { replyTo }),
    ...(calendar && { calendar }),
    html: htmlFromText(mail.paragraphs, mail.links, mail.locale, mail.footer, mail.foreign),
  });
}

/** Stable from the first attempt on, also when the installation moves meanwhile. */
function messageId({ message_id }: OutboxRow, { publicUrl }: Site): string {
  return message_id.includes("@") ? message_id : `${message_id}@${new URL(publicUrl).hostname}`;
}
