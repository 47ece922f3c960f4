import type { Role } from "#app/domain/access/actor.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { sha256 } from "#app/domain/identity.server.ts";
import { beginMembership } from "#app/domain/people/add-member.server.ts";
import { createAccount } from "#app/domain/people/create-account.server.ts";
import { findInvitation } from "#app/domain/people/find-invitation.server.ts";
import type { Standing } from "#app/domain/people/membership-rules.server.ts";
import { hashPassword } from "#app/domain/people/password.server.ts";
import { passwordFault } from "#app/domain/people/password-rules.ts";
import type { ProfileInput } from "#app/domain/people/profile.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Accepts an invitation as somebody new: account and membership in one transaction, so that a link used twice at once
 * makes one of each. Address and role come from the invitation, whatever the form says.
 * @throws NotFound when the link was used, replaced or is too old; Refused for a password that breaks the rules or when
 * the address has an account by now
 */
export async function acceptInvitation(
  store: Store,
  input: ProfileInput & { token: string; newPassword: string },
  now = new Date(),
): Promise<{ accountId: string }> {
  const seen = await findInvitation(store.read, input.token, now);
  const fault = passwordFault(input.newPassword, { address: seen.address, name: input.name });
  if (fault) throw new Refused([{ field: "newPassword", message: fault }]);
  const passwordHash = await hashPassword(input.newPassword);
  return writeTransaction(store, async (db) => {
    const invitation = await takeInvitation(db, input.token, now);
    const { name, locale, city } = input;
    const account = { address: invitation.address, name, locale, city, passwordHash };
    const accountId = await createAccount(db, account, null, now);
    await join(db, invitation, accountId, now);
    return { accountId };
  });
}

/**
 * Accepts an invitation with the account that has its address already. The caller has made sure that the person is this
 * account: it is signed in, or its password was just checked.
 * @throws NotFound when the link is not open, or was sent to the address of somebody else
 */
export async function joinByInvitation(
  store: Store,
  input: { token: string; accountId: string },
  now = new Date(),
): Promise<{ accountId: string }> {
  return writeTransaction(store, async (db) => {
    const invitation = await takeInvitation(db, input.token, now);
    const account = await db
      .selectFrom("account")
      .select("id")
      .where("id", "=", input.accountId)
      .where("address", "=", invitation.address)
      .where("status", "=", "active")
      .executeTakeFirst();
    if (!account) throw new NotFound("invitation");
    await join(db, invitation, account.id, now);
    return { accountId: account.id };
  });
}

type Taken = Standing & { id: string; address: string; group_id: string };

async function takeInvitation(db: Db, token: string, now: Date): Promise<Taken> {
  const row = await db
    .selectFrom("invitation")
    .select(["id", "address", "group_id", "role", "beneficiary_id", "institution_id", "speaks"])
    .where("token_hash", "=", sha256(token))
    .where("accepted_at", "is", null)
    .where("expires_at", ">", now.toISOString())
    .executeTakeFirst();
  if (!row) throw new NotFound("invitation");
  return { ...row, role: row.role as Role };
}

async function join(db: Db, invitation: Taken, accountId: string, now: Date): Promise<void> {
  const { role, beneficiary_id, institution_id, speaks } = invitation;
  const standing = { role, beneficiary_id, institution_id, speaks };
  await beginMembership(db, invitation.group_id, accountId, standing, accountId, now);
  await db.updateTable("account").set({ current_group_id: invitation.group_id }).where("id", "=", accountId).execute();
  await db
    .updateTable("invitation")
    .set({ accepted_at: now.toISOString(), account_id: accountId, token_hash: null })
    .where("id", "=", invitation.id)
    .execute();
  await recordEvent(db, { accountId }, "invitation.accepted", invitation, {}, now);
}
