import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { allOf, NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { findOpenInvitationOf, type InvitationFacts } from "#app/domain/people/find-invitation.server.ts";
import { memberInvited } from "#app/domain/people/invitation-mail.server.ts";
import type { InvitationInput } from "#app/domain/people/membership-input.server.ts";
import { findManagedGroup, standingOf } from "#app/domain/people/membership-rules.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** Days in which an invitation can be accepted. */
const INVITATION_DAYS = 14;

/** The address has an open invitation to this group: whoever invites again has to say that it shall be replaced. */
export class InvitedAlready extends Refused {
  readonly earlier: InvitationFacts;
  constructor(earlier: InvitationFacts) {
    super([{ field: "replaces", message: { key: "people.invitedAlready" } }]);
    this.earlier = earlier;
  }
}

/**
 * Invites somebody into a group and queues the mail; the secret link is made when the mail is sent, or by
 * `mintInvitation` where there is no mail server. An open invitation of the same address is replaced if the input names
 * it.
 * @throws NotFound for groups of others; Refused for members, and for standings that do not fit; InvitedAlready
 */
export async function inviteMember(
  store: Store,
  actor: Actor,
  input: InvitationInput,
  now = new Date(),
): Promise<{ invitationId: string }> {
  return writeTransaction(store, (db) => invite(db, actor, input, now));
}

/** Invites one person inside the transaction of whatever leads to it. @throws as `inviteMember` */
export async function invite(
  db: Db,
  actor: Actor,
  input: InvitationInput,
  now: Date,
): Promise<{ invitationId: string }> {
  const group = await findManagedGroup(db, actor, input.groupId);
  const [standing, account] = await allOf(
    () => standingOf(db, group.programmeId, input),
    () => findInvited(db, input.address, group.id),
  );
  await replaceOpen(db, actor, { address: input.address, groupId: group.id, replaces: input.replaces ?? null }, now);
  const id = newId();
  await db
    .insertInto("invitation")
    .values({
      id,
      address: input.address,
      name: input.name,
      group_id: group.id,
      ...standing,
      locale: input.locale,
      invited_by: group.actorId,
      created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + INVITATION_DAYS * 86_400_000).toISOString(),
    })
    .execute();
  const details = { role: standing.role, beneficiary: standing.beneficiary_id };
  await recordEvent(db, actor, "invitation.sent", { id, group_id: group.id }, details, now);
  const to = { id: account?.id ?? null, address: input.address };
  await queueMail(db, memberInvited, { kept: {}, to, groupId: group.id, subjectId: id, mark: id }, now);
  return { invitationId: id };
}

/**
 * Takes an invitation back; its link ends at once.
 * @throws NotFound for all who do not manage its group
 */
export async function withdrawInvitation(
  store: Store,
  actor: Actor,
  input: { invitationId: string },
  now = new Date(),
): Promise<{ groupId: string }> {
  return writeTransaction(store, async (db) => {
    const invitation = await db
      .selectFrom("invitation")
      .select(["id", "group_id"])
      .where("id", "=", input.invitationId)
      .where("accepted_at", "is", null)
      .where("withdrawn_at", "is", null)
      .executeTakeFirst();
    if (!invitation || !can(actor, "members.manage", { groupId: invitation.group_id }))
      throw new NotFound("invitation");
    const group = await findManagedGroup(db, actor, invitation.group_id);
    await endInvitation(db, actor, invitation, now);
    return { groupId: group.id };
  });
}

async function replaceOpen(
  db: Db,
  actor: Actor,
  { replaces, ...whom }: { address: string; groupId: string; replaces: string | null },
  now: Date,
): Promise<void> {
  const earlier = await findOpenInvitationOf(db, whom, now);
  if (!earlier) return;
  if (earlier.id !== replaces) throw new InvitedAlready(earlier);
  await endInvitation(db, actor, { id: earlier.id, group_id: earlier.groupId }, now);
}

/** The row stays for a while, so that the list can say what became of it; its link ends at once. */
async function endInvitation(db: Db, actor: Actor, row: { id: string; group_id: string }, now: Date): Promise<void> {
  const ended = { withdrawn_at: now.toISOString(), token_hash: null };
  await db.updateTable("invitation").set(ended).where("id", "=", row.id).execute();
  await recordEvent(db, actor, "invitation.withdrawn", row, {}, now);
}

async function findInvited(db: Db, address: string, groupId: string): Promise<{ id: string } | undefined> {
  const account = await db.selectFrom("account").select("id").where("address", "=", address).executeTakeFirst();
  if (!account) return undefined;
  const member = await db
    .selectFrom("membership")
    .select("id")
    .where("account_id", "=", account.id)
    .where("group_id", "=", groupId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  if (member) throw new Refused([{ field: "address", message: { key: "people.alreadyMember" } }]);
  return account;
}
