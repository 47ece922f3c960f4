import { createHash } from "node:crypto";
import type { Actor } from "#app/domain/access/actor.ts";
import {
  type AuditEntry,
  type AuditEventName,
  type AuditEvents,
  type SubjectOf,
  subjectTypeOf,
} from "#app/domain/history/audit-events.ts";
import { type Db, insertMany } from "#db/store.ts";

/** Who did it; nobody's account is null. */
type Who = Pick<Actor, "accountId">;
interface Link {
  seq: number;
  hash: string;
}
type AuditRow = ReturnType<typeof rowAfter>;

/** What a hash is taken of, in this order. */
const hashed = "seq at actor_id event subject_type subject_id group_id details previous_hash".split(" ");
const genesis = "0".repeat(64);

/**
 * Appends an event, chained by hash to the one before. Call it inside the transaction of the change it tells about.
 * @param subject the row it happened to, as it is or was stored; its group is the event's
 * @param details random ids and codes, never names, addresses or content
 */
export async function recordEvent<E extends AuditEventName>(
  db: Db,
  actor: Who,
  event: E,
  subject: SubjectOf<E>,
  details: AuditEvents[E],
  now: Date,
): Promise<void> {
  await recordEvents(db, actor, [[event, subject, details] as unknown as AuditEntry], now);
}

/** Appends many events of one actor, in this order. Call it inside the transaction of the changes. */
export async function recordEvents(db: Db, actor: Who, entries: readonly AuditEntry[], now: Date): Promise<void> {
  let last: Link | undefined = await db
    .selectFrom("audit_event")
    .select(["seq", "hash"])
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const rows: AuditRow[] = [];
  for (const entry of entries) {
    const row = rowAfter(last, actor, entry, now);
    rows.push(row);
    last = row;
  }
  await insertMany(db, "audit_event", rows);
}

function rowAfter(last: Link | undefined, actor: Who, [event, subject, details]: AuditEntry, now: Date) {
  const type = subjectTypeOf(event);
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: now.toISOString(),
    actor_id: actor.accountId,
    event,
    subject_type: type,
    subject_id: subject.id,
    group_id: type === "group" ? subject.id : (subject.group_id ?? null),
    details: JSON.stringify(details),
    previous_hash: last?.hash ?? genesis,
  };
  return { ...row, hash: hashOf(row) };
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
