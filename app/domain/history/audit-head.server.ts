import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Db, readSnapshot, type Store } from "#db/store.ts";
import { writeWhole } from "#db/whole-file.ts";

/** Where the audit log ends: what a log that lost its end, or an older copy of the database, does not agree with. */
export interface AuditHead {
  events: number;
  /** Hash of the last event; empty where there is none. */
  hash: string;
  /** When it happened; null where there is none. */
  at: string | null;
  /** The change number of the database at that moment. */
  change: number;
}

/** An installation beside whose database the head is kept. */
export interface Place {
  dataDir: string;
  secret: Buffer;
}

/** A head that was written down; null where the line was not sealed with the secret. */
interface Line {
  text: string;
  head: AuditHead | null;
}

/** Where the audit log ends now. */
export async function readAuditHead(store: Store): Promise<AuditHead> {
  return readSnapshot(store, async (db) => {
    const last = await db
      .selectFrom("audit_event")
      .select(["seq", "hash", "at"])
      .orderBy("seq", "desc")
      .limit(1)
      .executeTakeFirst();
    const change = await db.selectFrom("change_number").select("value").executeTakeFirst();
    return { events: last?.seq ?? 0, hash: last?.hash ?? "", at: last?.at ?? null, change: change?.value ?? 0 };
  });
}

/**
 * Writes down where the audit log ends, beside the database. What does not agree with the log any longer stays written:
 * it is the evidence.
 * @returns the head, and what the log no longer agrees with
 * @throws what the file system says
 */
export async function noteAuditHead(store: Store, place: Place): Promise<{ head: AuditHead; faults: string[] }> {
  const head = await readAuditHead(store);
  const lines = readLines(place);
  const faults = await faultsOf(store.read, lines, head);
  const evidence = lines.filter((_, at) => faults[at] !== null);
  const wanted = [...evidence.map(({ text }) => text), sealed(place, head)];
  if (wanted.join("\n") !== lines.map(({ text }) => text).join("\n")) {
    writeWhole(fileOf(place), `${wanted.join("\n")}\n`, { replace: true });
  }
  return { head, faults: faults.filter((fault) => fault !== null) };
}

/** What the log does not agree with of what was written down; empty when all is well. Changes nothing. */
export async function checkAuditHead(store: Store, place: Place): Promise<string[]> {
  const head = await readAuditHead(store);
  if (!existsSync(fileOf(place))) {
    return head.events === 0 ? [] : ["nothing is written down of where the log ends: the file audit-head is missing"];
  }
  const faults = await faultsOf(store.read, readLines(place), head);
  return faults.filter((fault) => fault !== null);
}

/** What is wrong with each line, or null. */
async function faultsOf(db: Db, lines: readonly Line[], now: AuditHead): Promise<(string | null)[]> {
  const faults: (string | null)[] = [];
  for (const { head } of lines) faults.push(head ? await faultOf(db, head, now) : "what is written down is not ours");
  return faults;
}

async function faultOf(db: Db, noted: AuditHead, now: AuditHead): Promise<string | null> {
  if (noted.events === 0) return null;
  const missing = noted.events - now.events;
  if (missing > 0) {
    const events = `${missing} ${missing === 1 ? "event is" : "events are"} missing, up to that of ${noted.at}`;
    return now.change < noted.change
      ? `this is an older copy of the database, of ${now.at ?? "its beginning"}: ${events}`
      : `the log ends too early, with event ${now.events}: ${events}`;
  }
  const row = await db.selectFrom("audit_event").select("hash").where("seq", "=", noted.events).executeTakeFirst();
  if (row?.hash === noted.hash) return null;
  return `event ${noted.events} is not the one of ${noted.at} that was written down: the log was written anew`;
}

function readLines(place: Place): Line[] {
  if (!existsSync(fileOf(place))) return [];
  const texts = readFileSync(fileOf(place), "utf8").split("\n");
  return texts.filter((text) => text !== "").map((text) => ({ text, head: opened(place, text) }));
}

function sealed(place: Place, head: AuditHead): string {
  const text = JSON.stringify([head.events, head.hash, head.at, head.change]);
  return `${text} ${codeOf(place, text)}`;
}

function opened(place: Place, line: string): AuditHead | null {
  const [text = "", code = ""] = line.split(/ (?=[0-9a-f]+$)/);
  const expected = Buffer.from(codeOf(place, text));
  const given = Buffer.from(code);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const [events, hash, at, change] = JSON.parse(text) as [number, string, string | null, number];
  return { events, hash, at, change };
}

/** HMAC with a key of its own (RFC 2104, RFC 5869): who can write files but not read the secret cannot write a head. */
function codeOf({ secret }: Place, text: string): string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "zbornik/audit-head", 32));
  return createHmac("sha256", key).update(text).digest("hex");
}

function fileOf({ dataDir }: Place): string {
  return join(dataDir, "audit-head");
}
