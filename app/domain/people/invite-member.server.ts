import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { memberInvited } from "#app/domain/people/invitation-mail.server.ts";
import type { InvitationInput } from "#app/domain/people/membership-input.server.ts";
import { findManagedGroup, standingOf } from "#app/domain/people/membership-rules.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** Days in which an invitation can be accepted. */
const INVITATION_DAYS = 14;

/**
 * Invites somebody into a group and queues the mail; the secret link is made when the mail is sent, or by
 * `mintInvitation` where there is no mail server. An older open invitation of the same person is replaced.
 * @throws NotFound for groups of others; Refused for members, and for standings that do not fit
 */
export async function inviteMember(
  store: Store,
  actor: Actor,
  input: InvitationInput,
  now = new Date(),
): Promise<{ invitationId: string }> {
  return writeTransaction(store, async (db) => {
    const group = await findManagedGroup(db, actor, input.groupId);
    const standing = await standingOf(db, group.programmeId, input);
    const account = await findInvited(db, input.address, group.id);
    await db
      .deleteFrom("invitation")
      .where("address", "=", input.address)
      .where("group_id", "=", group.id)
      .where("accepted_at", "is", null)
      .execute();
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
  });
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
      .executeTakeFirst();
    if (!invitation || !can(actor, "members.manage", { groupId: invitation.group_id }))
      throw new NotFound("invitation");
    const group = await findManagedGroup(db, actor, invitation.group_id);
    await db.deleteFrom("invitation").where("id", "=", invitation.id).execute();
    await recordEvent(db, actor, "invitation.withdrawn", invitation, {}, now);
    return { groupId: group.id };
  });
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
