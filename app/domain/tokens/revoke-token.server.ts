import type { Actor } from "#app/domain/access/actor.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { findToken } from "#app/domain/tokens/find-tokens.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Ends one of the actor's tokens at once.
 * @throws NotFound for tokens of others
 */
export async function revokeToken(
  store: Store,
  actor: Actor,
  input: { tokenId: string },
  now: Date = new Date(),
): Promise<null> {
  return writeTransaction(store, async (db) => {
    const token = await findToken(db, actor, input.tokenId);
    await db.deleteFrom("api_token").where("id", "=", token.id).execute();
    await recordEvent(db, actor, "api-token.revoked", token, {}, now);
    return null;
  });
}

/**
 * Ends all tokens and feeds of an account. Call it inside the transaction that shuts the account or gives it a new
 * password.
 */
export async function endTokensOf(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom("api_token").where("account_id", "=", accountId).execute();
  await db.deleteFrom("calendar_feed").where("account_id", "=", accountId).execute();
}
