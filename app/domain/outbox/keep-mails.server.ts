import { isUnsent } from "#app/domain/mail/define-mail.ts";
import { kindOf, type OutboxRow, type Outgoing } from "#app/domain/mail/sendable-mail.ts";
import { settle } from "#app/domain/outbox/settle-mail.server.ts";
import { isFromDatabase } from "#db/engine.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Keeps everything that waits, where there is no mail server: to be read out, so that afterwards its recipient may know
 * it. @returns how many mails
 */
export async function keepAll(store: Store, outgoing: Outgoing, now: Date): Promise<number> {
  const waiting = store.read.selectFrom("outbox").selectAll().where("state", "in", ["waiting", "sending"]);
  if (!(await waiting.limit(1).executeTakeFirst())) return 0;
  return quietly(store, async (db) => {
    const rows = await db
      .selectFrom("outbox")
      .selectAll()
      .where("state", "in", ["waiting", "sending"])
      .orderBy("created_at")
      .orderBy("id")
      .execute();
    for (const row of rows) await keep(db, outgoing, row, now);
    return rows.length;
  });
}

async function keep(db: Db, outgoing: Outgoing, row: OutboxRow, now: Date): Promise<void> {
  try {
    const found = await kindOf(row, outgoing)?.write(db, outgoing.site, row, { now, secret: null });
    if (!found) return settle(db, row.id, { state: "failed", reason: "unknown-kind", last_error: row.template });
    if (isUnsent(found)) return settle(db, row.id, { state: "dropped", reason: found.unsent });
    await found.note(db, "trying");
    await settle(db, row.id, { state: "kept", reason: "", parameters: JSON.stringify(found.kept) });
  } catch (error) {
    if (isFromDatabase(error)) throw error;
    const last_error = error instanceof Error ? error.message : String(error);
    await settle(db, row.id, { state: "failed", reason: "unwritable", last_error: last_error.slice(0, 300) });
  }
}

/**
 * Puts what was kept on its way when there is a mail server again. Each is looked at when it is sent: what is not true
 * any more, or of no more use, does not go out.
 */
export async function releaseKept(store: Store, now = new Date()): Promise<void> {
  const kept = await store.read
    .selectFrom("outbox")
    .select("id")
    .where("state", "=", "kept")
    .limit(1)
    .executeTakeFirst();
  if (!kept) return;
  await quietly(store, async (db) => {
    await db
      .updateTable("outbox")
      .set({ state: "waiting", attempts: 0, next_attempt_at: now.toISOString() })
      .where("state", "=", "kept")
      .execute();
  });
}

/** The state of a mail is asked anew for whoever looks at it: nothing that is kept has to be made again. */
function quietly<T>(store: Store, change: (db: Db) => Promise<T>): Promise<T> {
  return writeTransaction(store, change, { quiet: true });
}
