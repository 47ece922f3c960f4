import { createHash } from "node:crypto";
import type BetterSqlite from "better-sqlite3";
import type { Db } from "#db/store.ts";

/** Something that happened, as the audit log keeps it: random ids and codes, never names, addresses or content. */
export interface AuditEvent {
  actorId: string | null;
  /** `noun.past-participle`, as `session.cancelled`. */
  event: string;
  subjectType: string;
  subjectId: string;
  groupId?: string | null;
  details?: Record<string, string | number | boolean | null>;
}

/** What a hash is taken of, in this order. */
const hashed = "seq at actor_id event subject_type subject_id group_id details previous_hash".split(" ");
const genesis = "0".repeat(64);

/** Appends an event, chained by hash to the one before. Call it inside the transaction of the change it tells about. */
export async function recordEvent(db: Db, event: AuditEvent, now: Date = new Date()): Promise<void> {
  const last = await db
    .selectFrom("audit_event")
    .select(["seq", "hash"])
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const row = rowAfter(last, event, now);
  await db
    .insertInto("audit_event")
    .values({ ...row, hash: hashOf(row) })
    .execute();
}

/** Makes a `recordEvent` for very many events of one raw connection; call it inside its transactions. */
export function eventRecorder(raw: BetterSqlite.Database): (event: AuditEvent, now: Date) => void {
  const findLast = raw.prepare<[], { seq: number; hash: string }>(
    "select seq, hash from audit_event order by seq desc limit 1",
  );
  const insert = raw.prepare(`
    insert into audit_event (${hashed.join(", ")}, hash) values (${hashed.map(() => "?").join(", ")}, ?)`);
  return (event, now) => {
    const row: Record<string, unknown> = rowAfter(findLast.get(), event, now);
    insert.run(...hashed.map((name) => row[name]), hashOf(row));
  };
}

function rowAfter(last: { seq: number; hash: string } | undefined, event: AuditEvent, now: Date) {
  return {
    seq: (last?.seq ?? 0) + 1,
    at: now.toISOString(),
    actor_id: event.actorId,
    event: event.event,
    subject_type: event.subjectType,
    subject_id: event.subjectId,
    group_id: event.groupId ?? null,
    details: JSON.stringify(event.details ?? {}),
    previous_hash: last?.hash ?? genesis,
  };
}

/**
 * Walks the chain.
 * @returns the number of events, and the sequence number of the first that does not fit, or null
 */
export async function verifyChain(db: Db): Promise<{ events: number; brokenAt: number | null }> {
  const rows = await db.selectFrom("audit_event").selectAll().orderBy("seq").execute();
  let previous = genesis;
  let expected = 1;
  for (const { hash, ...row } of rows) {
    if (row.seq !== expected || row.previous_hash !== previous || hashOf(row) !== hash) {
      return { events: rows.length, brokenAt: row.seq ?? expected };
    }
    previous = hash;
    expected++;
  }
  return { events: rows.length, brokenAt: null };
}

function hashOf(row: Record<string, unknown>): string {
  return createHash("sha256")
    .update(JSON.stringify(hashed.map((name) => row[name])))
    .digest("hex");
}
