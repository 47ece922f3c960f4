import { newId, newToken, sha256 } from "#app/domain/identity.server.ts";
import { keepEarlierLink } from "#app/domain/people/earlier-links.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

const RESET_MINUTES = 30;

/**
 * Makes a secret that opens an invitation, to be passed on by hand, and stores only its hash; earlier ones end. Null
 * when the invitation was accepted, taken back or has ended.
 */
export async function mintInvitation(store: Store, invitationId: string, now: Date): Promise<string | null> {
  const mint = async (db: Db) => {
    const secret = await mintInvitationLink(db, invitationId, now);
    await db.deleteFrom("earlier_link").where("invitation_id", "=", invitationId).execute();
    return secret;
  };
  return writeTransaction(store, mint, { quiet: true });
}

/** The same for an attempt to send it. Earlier ones stay valid: the mail with one of them may arrive after all. */
export async function mintInvitationLink(db: Db, invitationId: string, now: Date): Promise<string | null> {
  const invitation = await db
    .selectFrom("invitation")
    .select(["token_hash", "expires_at"])
    .where("id", "=", invitationId)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", now.toISOString())
    .executeTakeFirst();
  if (!invitation) return null;
  await keepEarlierLink(db, invitation.token_hash, {
    invitation_id: invitationId,
    expires_at: invitation.expires_at,
  });
  const token = newToken("inv");
  await db
    .updateTable("invitation")
    .set({ token_hash: sha256(token) })
    .where("id", "=", invitationId)
    .execute();
  return token;
}

/** Makes the secret that sets a new password, outside a transaction: those made before end. */
export async function mintReset(store: Store, accountId: string, now: Date): Promise<string> {
  return writeTransaction(store, (db) => mintResetLink(db, accountId, newId(), now), { quiet: true });
}

/**
 * Makes a secret that sets a new password, once, for half an hour. Those of the newest request alone work, but all of
 * them: which one arrives is not known.
 */
export async function mintResetLink(db: Db, accountId: string, request: string, now: Date): Promise<string> {
  const token = newToken("rst");
  const expires_at = new Date(now.getTime() + RESET_MINUTES * 60_000).toISOString();
  const before = await db
    .selectFrom("password_reset")
    .select(["token_hash", "request"])
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  if (before?.request === request) await keepEarlierLink(db, before.token_hash, { account_id: accountId, expires_at });
  else await db.deleteFrom("earlier_link").where("account_id", "=", accountId).execute();
  const link = { token_hash: sha256(token), request, created_at: now.toISOString(), expires_at };
  await db
    .insertInto("password_reset")
    .values({ account_id: accountId, ...link })
    .onConflict((conflict) => conflict.column("account_id").doUpdateSet(link))
    .execute();
  return token;
}
