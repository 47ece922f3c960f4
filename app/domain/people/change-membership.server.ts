import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import type { MembershipInput } from "#app/domain/people/membership-input.server.ts";
import { findManagedGroup, keepAnOrganiser, standingOf } from "#app/domain/people/membership-rules.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Changes what somebody is in a group; it counts from the next request on.
 * @throws NotFound for groups of others; Refused for the last organiser and for standings that do not fit
 */
export async function changeMembership(
  store: Store,
  actor: Actor,
  input: MembershipInput & { membershipId: string },
  now = new Date(),
): Promise<{ groupId: string }> {
  return writeTransaction(store, async (db) => {
    const membership = await findCurrent(db, input.membershipId);
    const group = await findManagedGroup(db, actor, membership.group_id);
    const standing = await standingOf(db, group.programmeId, input);
    if (standing.role !== "organiser") await keepAnOrganiser(db, group.id, membership.id);
    await db.updateTable("membership").set(standing).where("id", "=", membership.id).execute();
    const details = { from: membership.role, role: standing.role, speaks: standing.speaks === 1 };
    await recordEvent(db, actor, "membership.changed", membership, details, now);
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
      .set({ ended_at: now.toISOString(), speaks: 0 })
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
    return { groupId: group.id };
  });
}

async function findCurrent(db: Db, membershipId: string) {
  const membership = await db
    .selectFrom("membership")
    .select(["id", "account_id", "group_id", "role"])
    .where("id", "=", membershipId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  if (!membership) throw new NotFound("member");
  return membership;
}
