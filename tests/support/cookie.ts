import { randomBytes } from "node:crypto";
import { sha256 } from "#app/domain/identity.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/** A sign-in of an account without its password, as a `Cookie` value: what a request needs to be somebody. */
export async function signedInCookie(store: Store, accountId: string): Promise<string> {
  const token = randomBytes(20).toString("hex");
  const later = new Date(Date.now() + 3_600_000).toISOString();
  await writeTransaction(store, async (db) => {
    await db
      .insertInto("sign_in")
      .values({
        token_hash: sha256(token),
        account_id: accountId,
        expires_at: later,
        absolute_until: later,
        created_at: new Date().toISOString(),
      })
      .execute();
  });
  return token;
}
