import { NotFound, Refused } from "#app/domain/errors.ts";
import { settleNewPassword } from "#app/domain/people/change-password.server.ts";
import { opensReset } from "#app/domain/people/earlier-links.server.ts";
import { endSignInsOf } from "#app/domain/people/end-sign-ins.server.ts";
import { hashPassword } from "#app/domain/people/password.server.ts";
import { passwordFault } from "#app/domain/people/password-rules.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** The account whose newest, unexpired reset link this is, or undefined. */
export async function findReset(
  db: Db,
  token: string,
  now: Date,
): Promise<{ id: string; address: string; name: string } | undefined> {
  return db
    .selectFrom("password_reset")
    .innerJoin("account", "account.id", "password_reset.account_id")
    .select(["account.id", "account.address", "account.name"])
    .where((eb) => opensReset(eb, token))
    .where("password_reset.expires_at", ">", now.toISOString())
    .where("account.status", "=", "active")
    .executeTakeFirst();
}

/**
 * Sets a password by a reset link. The link works once; every sign-in of the account ends.
 * @throws NotFound when the link was used, replaced or is too old; Refused when the password breaks the rules
 */
export async function resetPassword(
  store: Store,
  input: { token: string; newPassword: string },
  now = new Date(),
): Promise<{ accountId: string }> {
  // Looked at before hashing, so that made-up links cost nothing; decided inside the transaction.
  const seen = await findReset(store.read, input.token, now);
  if (!seen) throw new NotFound("link");
  const fault = passwordFault(input.newPassword, seen);
  if (fault) throw new Refused([{ field: "newPassword", message: fault }]);
  const passwordHash = await hashPassword(input.newPassword);
  return writeTransaction(store, async (db) => {
    const account = await findReset(db, input.token, now);
    if (!account) throw new NotFound("link");
    await db.updateTable("account").set({ password_hash: passwordHash }).where("id", "=", account.id).execute();
    await endSignInsOf(db, account.id);
    await settleNewPassword(db, account, account.id, now);
    return { accountId: account.id };
  });
}
