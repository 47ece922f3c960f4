import type { Actor, Role } from "#app/domain/access/actor.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import type { Acceptance } from "#app/domain/people/acceptance-input.server.ts";
import { beginMembership } from "#app/domain/people/add-member.server.ts";
import { checkPassword } from "#app/domain/people/check-password.server.ts";
import { createAccount } from "#app/domain/people/create-account.server.ts";
import { opensInvitation } from "#app/domain/people/earlier-links.server.ts";
import { findInvitation } from "#app/domain/people/find-invitation.server.ts";
import type { Standing } from "#app/domain/people/membership-rules.server.ts";
import { hashPassword } from "#app/domain/people/password.server.ts";
import { passwordFault } from "#app/domain/people/password-rules.ts";
import type { ProfileInput } from "#app/domain/people/profile.server.ts";
import { tellChanges } from "#app/domain/people/tell-change.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Accepts the invitation behind a link, in one of three ways. What fits is decided by the accounts there are, not by
 * the form: as somebody new, whose address has no account yet; with the password of the account that has it; or signed
 * in with that account.
 * @throws NotFound when the link was used, replaced or is too old, or was sent to somebody else; Refused for a password
 * that breaks the rules or is not the account's, and when the address has an account by now
 */
export async function acceptInvitation(
  store: Store,
  actor: Pick<Actor, "accountId">,
  { token, ...input }: Acceptance & { token: string },
  now: Date,
): Promise<{ accountId: string }> {
  const { accountId, address } = await findInvitation(store.read, token, now);
  if (input.way === "new") return joinAsNew(store, address, { ...input, token }, now);
  if (accountId === null) throw new NotFound("invitation");
  if (input.way === "confirm") {
    const isTheirs = (await checkPassword(store.read, address, input.password)) !== null;
    if (!isTheirs) throw new Refused([{ field: "password", message: { key: "account.wrongPassword" } }]);
  } else if (actor.accountId !== accountId) {
    throw new NotFound("invitation");
  }
  return joinAsKnown(store, { token, accountId }, now);
}

/** Account and membership in one transaction, so that a link used twice at once makes one of each. */
async function joinAsNew(
  store: Store,
  address: string,
  input: ProfileInput & { token: string; newPassword: string },
  now: Date,
): Promise<{ accountId: string }> {
  const fault = passwordFault(input.newPassword, { address, name: input.name });
  if (fault) throw new Refused([{ field: "newPassword", message: fault }]);
  const passwordHash = await hashPassword(input.newPassword);
  return writeTransaction(store, async (db) => {
    // Address and role come from the invitation, whatever the form says.
    const invitation = await takeInvitation(db, input.token, now);
    const { name, locale, city } = input;
    const account = { address: invitation.address, name, locale, city, passwordHash };
    const accountId = await createAccount(db, account, null, now);
    await join(db, invitation, accountId, now);
    return { accountId };
  });
}

/** The invitation may have been answered, and the account shut, since it was asked. */
async function joinAsKnown(
  store: Store,
  input: { token: string; accountId: string },
  now: Date,
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

type Taken = Standing & { id: string; address: string; group_id: string; invited_by: string };

async function takeInvitation(db: Db, token: string, now: Date): Promise<Taken> {
  const row = await db
    .selectFrom("invitation")
    .select(["id", "address", "group_id", "role", "beneficiary_id", "institution_id", "speaks", "invited_by"])
    .where((eb) => opensInvitation(eb, token))
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", now.toISOString())
    .executeTakeFirst();
  if (!row) throw new NotFound("invitation");
  return { ...row, role: row.role as Role };
}

async function join(db: Db, invitation: Taken, accountId: string, now: Date): Promise<void> {
  const { role, beneficiary_id, institution_id, speaks } = invitation;
  const standing = { role, beneficiary_id, institution_id, speaks };
  await beginMembership(db, invitation.group_id, accountId, standing, accountId, now);
  await tellChanges(db, { groupId: invitation.group_id, accountId, by: invitation.invited_by }, null, standing, now);
  await db.updateTable("account").set({ current_group_id: invitation.group_id }).where("id", "=", accountId).execute();
  await db
    .updateTable("invitation")
    .set({ accepted_at: now.toISOString(), account_id: accountId, token_hash: null })
    .where("id", "=", invitation.id)
    .execute();
  await recordEvent(db, { accountId }, "invitation.accepted", invitation, {}, now);
}
