import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { sha256 } from "#app/domain/identity.server.ts";
import { verifyPassword } from "#app/domain/people/password.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** Minutes for which a password that was given counts as given. */
const CONFIRMED_MINUTES = 15;

/** Whether the password of a sign-in was given a short while ago: when it began, or since. */
export async function isConfirmed(db: Db, token: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - CONFIRMED_MINUTES * 60_000).toISOString();
  const row = await db
    .selectFrom("sign_in")
    .select("token_hash")
    .where("token_hash", "=", sha256(token))
    .where("confirmed_at", ">", since)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Gives the actor's password once more, for this sign-in alone.
 * @throws Refused for a wrong one
 */
export async function confirmPassword(
  store: Store,
  actor: Actor,
  input: { password: string; token: string },
  now: Date,
): Promise<null> {
  const account = await store.read
    .selectFrom("account")
    .select("password_hash")
    .where("id", "=", actor.accountId ?? "")
    .executeTakeFirst();
  if (!account) throw new NotFound("account");
  if (!(await verifyPassword(account.password_hash, input.password))) {
    throw new Refused([{ field: "password", message: { key: "account.wrongPassword" } }]);
  }
  const confirm = async (db: Db) => {
    await db
      .updateTable("sign_in")
      .set({ confirmed_at: now.toISOString() })
      .where("token_hash", "=", sha256(input.token))
      .execute();
    return null;
  };
  return writeTransaction(store, confirm, { quiet: true });
}
