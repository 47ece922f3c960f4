import { verifyPassword } from "#app/domain/people/password.server.ts";
import type { Db } from "#db/store.ts";

/** The active account with this address and password, or null. */
export async function checkPassword(db: Db, address: string, password: string): Promise<{ accountId: string } | null> {
  const { isRight, accountId } = await lookAtPassword(db, address, password);
  return isRight && accountId !== null ? { accountId } : null;
}

/**
 * Whether this is the password of the active account with this address, and which account has the address. Unknown
 * addresses, deactivated accounts and wrong passwords cost the same query and the same hash.
 * @param address as `addressKey` gives it
 */
export async function lookAtPassword(
  db: Db,
  address: string,
  password: string,
): Promise<{ isRight: boolean; accountId: string | null }> {
  const account = await db
    .selectFrom("account")
    .select(["id", "password_hash", "status"])
    .where("address", "=", address)
    .executeTakeFirst();
  const matches = await verifyPassword(account?.password_hash, password);
  return { isRight: matches && account?.status === "active", accountId: account?.id ?? null };
}
