import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import type { MembershipInput } from "#app/domain/people/membership-input.server.ts";
import { findManagedGroup, type Standing, standingOf } from "#app/domain/people/membership-rules.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Makes an account a member of a group without an invitation. Administrators only, who may add themselves so: they see
 * a group's content as members and never by their office. The event tells who did it.
 * @throws NotFound for other actors, unknown groups and accounts; Refused when the account is a member already
 */
export async function addMember(
  store: Store,
  actor: Actor,
  input: MembershipInput & { groupId: string; accountId: string },
  now = new Date(),
): Promise<{ membershipId: string }> {
  const actorId = requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    const group = await findManagedGroup(db, actor, input.groupId);
    const account = await db
      .selectFrom("account")
      .select("id")
      .where("id", "=", input.accountId)
      .where("status", "=", "active")
      .executeTakeFirst();
    if (!account) throw new NotFound("account");
    const standing = await standingOf(db, group.programmeId, input);
    return { membershipId: await beginMembership(db, group.id, account.id, standing, actorId, now) };
  });
}

/**
 * Begins a membership inside the transaction of whatever leads to it; the group becomes the one the person sees if
 * there was none.
 * @throws Refused when the account is a member already
 */
export async function beginMembership(
  db: Db,
  groupId: string,
  accountId: string,
  standing: Standing,
  actorId: string,
  now: Date,
): Promise<string> {
  const current = await db
    .selectFrom("membership")
    .select("id")
    .where("account_id", "=", accountId)
    .where("group_id", "=", groupId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  if (current) throw new Refused({ key: "people.alreadyMember" });
  const id = newId();
  await db
    .insertInto("membership")
    .values({ id, account_id: accountId, group_id: groupId, ...standing, started_at: now.toISOString() })
    .execute();
  await db
    .updateTable("account")
    .set({ current_group_id: groupId })
    .where("id", "=", accountId)
    .where("current_group_id", "is", null)
    .execute();
  const details = { account: accountId, role: standing.role, beneficiary: standing.beneficiary_id };
  await recordEvent(db, { accountId: actorId }, "membership.began", { id, group_id: groupId }, details, now);
  return id;
}
