import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import { refuseStale } from "#app/domain/forms/refuse-stale.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { beginMembership } from "#app/domain/people/add-member.server.ts";
import type { MembershipInput } from "#app/domain/people/membership-input.server.ts";
import { membershipEnded } from "#app/domain/people/membership-mails.server.ts";
import { findManagedGroup, keepAnOrganiser, standingOf } from "#app/domain/people/membership-rules.server.ts";
import { membershipValues } from "#app/domain/people/membership-values.ts";
import { withSince } from "#app/domain/people/standing-since.ts";
import { tellChanges } from "#app/domain/people/tell-change.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Changes what somebody is in a group; it counts from the next request on.
 * @param input.base what the form was filled in with
 * @throws Conflict when somebody else changed it since; NotFound for groups of others; Refused for the last organiser
 * and for standings that do not fit
 */
export async function changeMembership(
  store: Store,
  actor: Actor,
  input: MembershipInput & { membershipId: string; base?: string | null },
  now = new Date(),
): Promise<{ groupId: string }> {
  return writeTransaction(store, async (db) => {
    const membership = await findCurrent(db, input.membershipId);
    const group = await findManagedGroup(db, actor, membership.group_id);
    const { role, beneficiary_id: beneficiaryId, institution_id: institutionId, speaks } = membership;
    refuseStale(
      input.base,
      membershipValues({ role, beneficiaryId, institutionId, speaks: speaks === 1 }),
      membership.id,
    );
    const standing = await standingOf(db, group.programmeId, input);
    if (standing.role !== "organiser") await keepAnOrganiser(db, group.id, membership.id);
    await db
      .updateTable("membership")
      .set(withSince(standing, membership, now.toISOString()))
      .where("id", "=", membership.id)
      .execute();
    const details = { from: membership.role, role: standing.role, speaks: standing.speaks === 1 };
    await recordEvent(db, actor, "membership.changed", membership, details, now);
    const whose = { groupId: group.id, accountId: membership.account_id, by: group.actorId };
    await tellChanges(db, whose, membership, standing, now);
    return { groupId: group.id };
  });
}

/**
 * Ends a membership at once: from the next request on the person sees nothing of the group. Rows of sessions the person
 * was invited to stay, since they tell who was in the audience.
 * @throws NotFound for groups of others; Refused for the last organiser
 */
export async function endMembership(
  store: Store,
  actor: Actor,
  input: { membershipId: string },
  now = new Date(),
): Promise<{ groupId: string }> {
  return writeTransaction(store, async (db) => {
    const membership = await findCurrent(db, input.membershipId);
    const group = await findManagedGroup(db, actor, membership.group_id);
    await keepAnOrganiser(db, group.id, membership.id);
    await db
      .updateTable("membership")
      .set({ ended_at: now.toISOString(), speaks: 0, speaks_since: null })
      .where("id", "=", membership.id)
      .execute();
    await db
      .updateTable("account")
      .set({ current_group_id: null })
      .where("id", "=", membership.account_id)
      .where("current_group_id", "=", group.id)
      .execute();
    const details = { account: membership.account_id, role: membership.role };
    await recordEvent(db, actor, "membership.ended", membership, details, now);
    const { account_id: accountId, address } = membership;
    await tellChanges(db, { groupId: group.id, accountId, by: group.actorId }, membership, null, now);
    if (accountId !== group.actorId) {
      const to = { id: accountId, address };
      const about = { kept: {}, to, groupId: group.id, subjectId: membership.id, mark: membership.id };
      await queueMail(db, membershipEnded, about, now);
    }
    return { groupId: group.id };
  });
}

/**
 * Brings a former member back in the role they had, without the right to speak for a delegation, which is given anew.
 * @throws NotFound for groups of others, for memberships that go on, and for accounts that are shut; Refused for
 *   somebody who is a member again, and where the delegation or the institution is gone
 */
export async function returnMember(
  store: Store,
  actor: Actor,
  input: { membershipId: string },
  now = new Date(),
): Promise<{ groupId: string }> {
  return writeTransaction(store, async (db) => {
    const former = await findFormer(db, input.membershipId);
    const group = await findManagedGroup(db, actor, former.group_id);
    const { role, beneficiary_id, institution_id } = former;
    const standing = { role, beneficiary_id, institution_id, speaks: 0 as const };
    await beginMembership(db, group.id, former.account_id, standing, group.actorId, now);
    const whose = { groupId: group.id, accountId: former.account_id, by: group.actorId };
    await tellChanges(db, whose, null, standing, now);
    return { groupId: group.id };
  });
}

async function findCurrent(db: Db, membershipId: string) {
  const membership = await membershipsById(db, membershipId)
    .where("membership.ended_at", "is", null)
    .executeTakeFirst();
  if (!membership) throw new NotFound("member");
  return membership;
}

async function findFormer(db: Db, membershipId: string) {
  const membership = await membershipsById(db, membershipId)
    .where("membership.ended_at", "is not", null)
    .where("account.status", "=", "active")
    .executeTakeFirst();
  if (!membership) throw new NotFound("member");
  return membership;
}

function membershipsById(db: Db, membershipId: string) {
  return db
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.account_id")
    .select(["membership.id", "membership.account_id", "membership.group_id", "membership.role", "account.address"])
    .select(["membership.beneficiary_id", "membership.institution_id", "membership.speaks"])
    .select(["membership.standing_since", "membership.speaks_since"])
    .where("membership.id", "=", membershipId);
}
