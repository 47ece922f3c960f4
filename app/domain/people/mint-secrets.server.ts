import { newToken, sha256 } from "#app/domain/identity.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

const RESET_MINUTES = 30;

/**
 * Makes the secret that opens an invitation and stores only its hash; an earlier one of the same invitation ends. Null
 * when the invitation was accepted or has ended.
 */
export async function mintInvitation(store: Store, invitationId: string, now: Date): Promise<string | null> {
  const token = newToken("inv");
  const mint = (db: Db) =>
    db
      .updateTable("invitation")
      .set({ token_hash: sha256(token) })
      .where("id", "=", invitationId)
      .where("accepted_at", "is", null)
      .where("withdrawn_at", "is", null)
      .where("expires_at", ">", now.toISOString())
      .returning("id")
      .executeTakeFirst();
  return (await writeTransaction(store, mint, { quiet: true })) ? token : null;
}

/** Makes the secret that sets a new password: the newest one alone works, once, for half an hour. */
export async function mintReset(store: Store, accountId: string, now: Date): Promise<string> {
  const token = newToken("rst");
  const values = {
    account_id: accountId,
    token_hash: sha256(token),
    created_at: now.toISOString(),
    expires_at: new Date(now.getTime() + RESET_MINUTES * 60_000).toISOString(),
  };
  const mint = async (db: Db) => {
    await db
      .insertInto("password_reset")
      .values(values)
      .onConflict((conflict) => conflict.column("account_id").doUpdateSet(values))
      .execute();
  };
  await writeTransaction(store, mint, { quiet: true });
  return token;
}
