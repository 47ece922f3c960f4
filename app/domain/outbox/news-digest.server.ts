import { defineMail } from "#app/domain/mail/define-mail.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import type { OutboxRow } from "#app/domain/mail/sendable-mail.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** News of a day in one mail, for whoever wants them so. What it says is made of the mails that wait for it. */
export const newsDigest = defineMail<Record<string, never>, null>({
  name: "news-digest",
  subjectType: "account",
  replaces: true,
  find: async () => null,
});

/**
 * Puts a digest into the outbox for everybody whose mails waited until now. Until it went out they go on waiting, and
 * it takes in what comes meanwhile.
 * @returns how many there were
 */
export async function queueDigests(store: Store, now: Date): Promise<number> {
  const missing = await findMissing(store.read, now);
  if (missing.length === 0) return 0;
  const queue = async (db: Db) => {
    for (const { id, address, mark } of await findMissing(db, now)) {
      await queueMail(db, newsDigest, { kept: {}, to: { id, address }, groupId: null, subjectId: id, mark }, now);
    }
    return missing.length;
  };
  return writeTransaction(store, queue, { quiet: true });
}

/** The mails that wait for the digest of a person, and are due; oldest first. */
export async function findGathered(db: Db, accountId: string, now: Date): Promise<OutboxRow[]> {
  return gathered(db, now)
    .selectAll("outbox")
    .where("outbox.recipient_id", "=", accountId)
    .orderBy("outbox.created_at")
    .orderBy("outbox.id")
    .execute();
}

async function findMissing(db: Db, now: Date): Promise<{ id: string; address: string; mark: string }[]> {
  const waiting = await gathered(db, now)
    .innerJoin("account", "account.id", "outbox.recipient_id")
    .select(({ fn }) => ["account.id", "account.address", fn.max("outbox.next_attempt_at").as("latest")])
    .where("account.status", "=", "active")
    .groupBy(["account.id", "account.address"])
    .orderBy("account.id")
    .execute();
  // The mails of one morning are one digest, however often it is looked.
  const marked = waiting.map(({ id, address, latest }) => ({ id, address, mark: `${id}:${latest}` }));
  const keys = marked.map(({ mark }) => `${newsDigest.name}:${mark}`);
  const rows = await db
    .selectFrom("outbox")
    .select("idempotency_key")
    .where("idempotency_key", "in", ["", ...keys])
    .execute();
  const known = new Set(rows.map(({ idempotency_key }) => idempotency_key));
  return marked.filter(({ mark }) => !known.has(`${newsDigest.name}:${mark}`));
}

function gathered(db: Db, now: Date) {
  return db
    .selectFrom("outbox")
    .where("outbox.gathered", "=", 1)
    .where("outbox.state", "=", "waiting")
    .where("outbox.next_attempt_at", "<=", now.toISOString());
}
