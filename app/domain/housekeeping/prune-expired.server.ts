import { type Db, type Store, writeTransaction } from "#db/store.ts";

const DAY = 86_400_000;
/** How long what only serves the machinery is kept. */
const KEY_DAYS = 7;
const MAIL_DAYS = 30;
/** How long its owner can see that a token has ended. */
const ENDED_TOKEN_DAYS = 30;

/**
 * Removes what has served its purpose: sign-ins, reset links and tokens that ended, idempotency keys nobody will
 * repeat, mails that were settled a month ago. Writes nothing when there is nothing.
 * @returns how many rows went
 */
export async function pruneExpired(store: Store, now: Date = new Date()): Promise<number> {
  const at = now.toISOString();
  const before = (days: number) => new Date(now.getTime() - days * DAY).toISOString();
  const rows = await Promise.all([
    store.read.selectFrom("sign_in").select("account_id").where("expires_at", "<", at).limit(1).execute(),
    store.read.selectFrom("password_reset").select("account_id").where("expires_at", "<", at).limit(1).execute(),
    store.read
      .selectFrom("api_token")
      .select("id")
      .where("expires_at", "<", before(ENDED_TOKEN_DAYS))
      .limit(1)
      .execute(),
    store.read
      .selectFrom("idempotency_key")
      .select("key")
      .where("created_at", "<", before(KEY_DAYS))
      .limit(1)
      .execute(),
    store.read
      .selectFrom("outbox")
      .select("id")
      .where("state", "in", ["sent", "dropped"])
      .where("created_at", "<", before(MAIL_DAYS))
      .limit(1)
      .execute(),
  ]);
  if (rows.flat().length === 0) return 0;
  const remove = async (db: Db) => {
    const results = [
      await db.deleteFrom("sign_in").where("expires_at", "<", at).executeTakeFirst(),
      await db.deleteFrom("password_reset").where("expires_at", "<", at).executeTakeFirst(),
      await db.deleteFrom("api_token").where("expires_at", "<", before(ENDED_TOKEN_DAYS)).executeTakeFirst(),
      await db.deleteFrom("idempotency_key").where("created_at", "<", before(KEY_DAYS)).executeTakeFirst(),
      await db
        .deleteFrom("outbox")
        .where("state", "in", ["sent", "dropped"])
        .where("created_at", "<", before(MAIL_DAYS))
        .executeTakeFirst(),
    ];
    return results.reduce((sum, result) => sum + Number(result.numDeletedRows), 0);
  };
  return writeTransaction(store, remove, { quiet: true });
}
