import { type ExpressionBuilder, sql } from "kysely";
import type { Logger } from "pino";
import { composeMail, htmlFromText } from "#app/domain/mail/compose.server.ts";
import { plainMail } from "#app/domain/mail/mail-text.ts";
import { kindOf, type OutboxRow, type Outgoing, type SendableMail, type Site } from "#app/domain/mail/sendable-mail.ts";
import { createTransport, type Delivery, type MailTransport } from "#app/domain/mail/transport.server.ts";
import type { Schema } from "#db/schema/schema.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** Minutes to wait after the first, second, ... failed attempt; after the last the mail has failed. */
const backOff = [1, 5, 30, 120, 360, 720];
const LEASE_MINUTES = 5;
const BATCH_SIZE = 10;
const POLL_MILLISECONDS = 15_000;

/**
 * Sends what is in the outbox, at least once, with a stable Message-ID. Without a mail server the mails are kept, to be
 * read on the outbox page. Permission is checked again for every mail at the moment of sending.
 */
export function startOutboxWorker(parts: { store: Store; outgoing: Outgoing; smtpUrl: string | null; log: Logger }): {
  wake: () => void;
  stop: () => Promise<void>;
} {
  const transport = createTransport(parts.smtpUrl);
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const wake = () => {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = sendDue(parts.store, parts.outgoing, transport)
      .then(() => undefined)
      .catch((error) => parts.log.error({ err: error }, "outbox"))
      .finally(() => {
        running = null;
        if (again && !stopped) {
          again = false;
          wake();
        }
      });
  };
  const timer = setInterval(wake, POLL_MILLISECONDS);
  timer.unref();
  wake();
  return {
    wake,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** Sends (or keeps) everything that is due now. @returns how many mails left the state they were in */
export async function sendDue(
  store: Store,
  outgoing: Outgoing,
  transport: MailTransport,
  now = () => new Date(),
): Promise<number> {
  let handled = 0;
  for (;;) {
    const at = now();
    if (!(await anyDue(store, at))) return handled;
    if (transport.kind === "none") return handled + (await keepAll(store));
    const rows = await claim(store, at);
    if (rows.length === 0) return handled;
    for (const row of rows) {
      await sendOne(store, outgoing, transport, row, now());
      handled++;
    }
  }
}

/** A cheap look with the reading connection, so that an idle installation writes nothing. */
async function anyDue(store: Store, now: Date): Promise<boolean> {
  const row = await store.read
    .selectFrom("outbox")
    .select("id")
    .where((eb) => dueAt(eb, now))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function dueAt(eb: ExpressionBuilder<Schema, "outbox">, now: Date) {
  const at = now.toISOString();
  return eb.or([
    eb.and([eb("state", "=", "waiting"), eb("next_attempt_at", "<=", at)]),
    // The lease of a worker that died has run out.
    eb.and([eb("state", "=", "sending"), eb("lease_until", "<=", at)]),
  ]);
}

async function keepAll(store: Store): Promise<number> {
  return quietly(store, async (db) => {
    const result = await db
      .updateTable("outbox")
      .set({ state: "kept" })
      .where("state", "in", ["waiting", "sending"])
      .executeTakeFirst();
    return Number(result.numUpdatedRows);
  });
}

async function claim(store: Store, now: Date): Promise<OutboxRow[]> {
  const claimed = await quietly(store, async (db) => {
    const due = db
      .selectFrom("outbox")
      .select("id")
      .where((eb) => dueAt(eb, now))
      .orderBy("created_at")
      .orderBy("id")
      .limit(BATCH_SIZE);
    return db
      .updateTable("outbox")
      .set({
        state: "sending",
        lease_until: new Date(now.getTime() + LEASE_MINUTES * 60_000).toISOString(),
        attempts: sql<number>`attempts + 1`,
      })
      .where("id", "in", due)
      .returningAll()
      .execute();
  });
  // In which order the rows of an update come back is up to the database.
  return claimed.sort((a, b) => (a.created_at + a.id < b.created_at + b.id ? -1 : 1));
}

async function sendOne(
  store: Store,
  outgoing: Outgoing,
  transport: MailTransport,
  row: OutboxRow,
  now: Date,
): Promise<void> {
  const kind = kindOf(row, outgoing);
  // Of another release: an organiser sees it, and can send it again when the release knows it.
  if (!kind) return settle(store, row.id, { state: "failed", last_error: `There is no mail "${row.template}"` });
  // One that cannot be written must not hold up those behind it.
  const delivery = await deliver(store, outgoing.site, transport, kind, row, now).catch(unwritten);
  if (!delivery) return settle(store, row.id, { state: "dropped", last_error: "" });
  if (delivery.accepted) return settle(store, row.id, { state: "sent", sent_at: now.toISOString(), last_error: "" });
  const wait = backOff[row.attempts - 1];
  if (delivery.permanent || wait === undefined)
    return settle(store, row.id, { state: "failed", last_error: delivery.response });
  const next = new Date(now.getTime() + wait * 60_000).toISOString();
  return settle(store, row.id, { state: "waiting", next_attempt_at: next, last_error: delivery.response });
}

/** @returns what became of it; null when its recipient must not have it any more */
async function deliver(
  store: Store,
  site: Site,
  transport: MailTransport,
  kind: SendableMail,
  row: OutboxRow,
  now: Date,
): Promise<Delivery | null> {
  const secret = (await kind.mint?.(store, row.subject_id ?? "", now)) ?? null;
  const mail = await kind.write(store.read, site, row, { now, secret });
  if (!mail) return null;
  const { to, subject, calendar } = mail;
  return transport.send(
    composeMail({
      from: { name: "Zbornik", address: site.mailFrom },
      ...{ to, subject, calendar, text: plainMail(mail) },
      html: htmlFromText(mail.paragraphs, mail.links, mail.locale, mail.footer),
      messageId: `<${row.message_id}@${new URL(site.publicUrl).hostname}>`,
    }),
  );
}

function unwritten(error: unknown): Delivery {
  const response = error instanceof Error ? error.message : String(error);
  return { accepted: false, response: `It cannot be written: ${response}`.slice(0, 300), permanent: false };
}

async function settle(
  store: Store,
  id: string,
  values: { state: OutboxRow["state"]; sent_at?: string; last_error: string; next_attempt_at?: string },
): Promise<void> {
  await quietly(store, async (db) => {
    await db
      .updateTable("outbox")
      .set({ ...values, lease_until: null })
      .where("id", "=", id)
      .execute();
  });
}

/** The state of a mail is asked anew for whoever looks at it: nothing that is kept has to be made again. */
function quietly<T>(store: Store, change: (db: Db) => Promise<T>): Promise<T> {
  return writeTransaction(store, change, { quiet: true });
}
