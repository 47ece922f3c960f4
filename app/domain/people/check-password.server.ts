import { verifyPassword } from "#app/domain/people/password.server.ts";
import type { Db } from "#db/store.ts";

/**
 * The active account with this address and password, or null. Unknown addresses, deactivated accounts and wrong
 * passwords cost the same query and the same hash.
 * @param address as `addressKey` gives it
 */
export async function checkPassword(db: Db, address: string, password: string): Promise<{ accountId: string } | null> {
  const account = await db
    .selectFrom("account")
    .select(["id", "password_hash", "status"])
    .where("address", "=", address)
    .executeTakeFirst();
  const matches = await verifyPassword(account?.password_hash, password);
  return matches && account?.status === "active" ? { accountId: account.id } : null;
}
