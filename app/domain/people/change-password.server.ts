import type { Actor } from "#app/domain/access/actor.ts";
import { Conflict, type Fault, NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { passwordChanged } from "#app/domain/people/account-mails.server.ts";
import { endSignInsOf } from "#app/domain/people/end-sign-ins.server.ts";
import { hashPassword, verifyPassword } from "#app/domain/people/password.server.ts";
import { passwordFault } from "#app/domain/people/password-rules.ts";
import { endTokensOf } from "#app/domain/tokens/revoke-token.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Changes the actor's password and ends the other sign-ins; this one, with `token`, goes on. The hashing happens before
 * the transaction, so the transaction checks that the password is still the one that was verified.
 * @throws Refused for a wrong current password or one that breaks the rules
 */
export async function changePassword(
  store: Store,
  actor: Actor,
  input: { currentPassword: string; newPassword: string; token: string },
  now = new Date(),
): Promise<null> {
  const account = await store.read
    .selectFrom("account")
    .select(["id", "address", "name", "password_hash"])
    .where("id", "=", actor.accountId)
    .executeTakeFirst();
  if (!account) throw new NotFound("account");
  const isTheirs = await verifyPassword(account.password_hash, input.currentPassword);
  const fault = passwordFault(input.newPassword, account);
  const faults: Fault[] = [
    ...(isTheirs ? [] : [{ field: "currentPassword", message: { key: "account.wrongPassword" as const } }]),
    ...(fault ? [{ field: "newPassword", message: fault }] : []),
  ];
  if (faults.length > 0) throw new Refused(faults);
  const passwordHash = await hashPassword(input.newPassword);
  return writeTransaction(store, async (db) => {
    const changed = await db
      .updateTable("account")
      .set({ password_hash: passwordHash })
      .where("id", "=", account.id)
      .where("password_hash", "=", account.password_hash)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw new Conflict();
    await endSignInsOf(db, account.id, input.token);
    await settleNewPassword(db, account, account.id, now);
    return null;
  });
}

/**
 * Records and mails that an account has a new password, and ends what somebody else may hold who knew the old one: a
 * reset link under way, and all access tokens.
 */
export async function settleNewPassword(
  db: Db,
  account: { id: string; address: string },
  actorId: string | null,
  now: Date,
): Promise<void> {
  await db.deleteFrom("password_reset").where("account_id", "=", account.id).execute();
  await endTokensOf(db, account.id);
  await recordEvent(db, { accountId: actorId }, "password.changed", account, {}, now);
  const mark = `${account.id}:${newId()}`;
  await queueMail(db, passwordChanged, { kept: {}, to: account, groupId: null, subjectId: account.id, mark }, now);
}
