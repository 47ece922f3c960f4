import { registerAccount } from "#app/domain/people/create-account.server.ts";
import { mintReset } from "#app/domain/people/mint-secrets.server.ts";
import { hashPassword } from "#app/domain/people/password.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { aSignIn } from "#tests/support/factories/people.ts";
import { world } from "#tests/support/world.ts";

export const now = new Date("2026-10-01T08:00:00.000Z");
export const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

export const address = "ana@test.example";
export const oldPassword = "river stone lamp";
export const newPassword = "seven quiet boats";

/** The world with Ana, who has an account with a password and belongs to no group. */
export async function withAna(store: Store) {
  const w = await world(store);
  const account = { address, name: "Ana", passwordHash: await hashPassword(oldPassword) };
  const { accountId } = await registerAccount(store, null, account, now);
  return { w, accountId, actor: await w.actor(accountId) };
}

/** A sign-in for the next hour, by its token. */
export async function signIn(store: Store, accountId: string, token: string): Promise<void> {
  const until = later(60).toISOString();
  await writeTransaction(store, (db) => aSignIn(db, { account_id: accountId, token, expires_at: until }));
}

/** Hashes of the tokens of all sign-ins. */
export const signIns = async (store: Store) =>
  (await store.read.selectFrom("sign_in").select("token_hash").execute()).map(({ token_hash }) => token_hash).sort();

/** The token of a link that sets a new password. */
export const mint = (store: Store, accountId: string, at = now) => mintReset(store, accountId, at);
