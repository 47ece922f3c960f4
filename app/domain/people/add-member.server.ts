import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import type { MembershipInput } from "#app/domain/people/membership-input.server.ts";
import { findManagedGroup, type Standing, standingOf } from "#app/domain/people/membership-rules.server.ts";
import { findOpenAccount } from "#app/domain/people/open-account.server.ts";
import { withSince } from "#app/domain/people/standing-since.ts";
import { changesBetween, tellChange } from "#app/domain/people/tell-change.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Makes an account a member of a group without an invitation and without telling anybody. For the demonstration only:
 * no page leads here, people join by invitation, and administrators by `joinGroup`.
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
    const account = await findOpenAccount(db, input.accountId);
    if (!account) throw new NotFound("account");
    const standing = await standingOf(db, group.programmeId, input);
    return { membershipId: await beginMembership(db, group.id, account.id, standing, actorId, now) };
  });
}

/**
 * An administrator joins a group: they see its content as members and never by their office. All members are told by
 * whom and why, by mail and on the page of the group, and so does the log.
 * @throws NotFound for other actors and unknown groups; Refused for members, and for standings that do not fit
 */
export async function joinGroup(
  store: Store,
  actor: Actor,
  input: MembershipInput & { groupId: string; reason: string },
  now = new Date(),
): Promise<{ membershipId: string }> {
  const actorId = requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    const group = await findManagedGroup(db, actor, input.groupId);
    const standing = await standingOf(db, group.programmeId, input);
    const membershipId = await beginMembership(db, group.id, actorId, standing, actorId, now);
    const own = { groupId: group.id, accountId: actorId, by: actorId };
    // That an organiser joined is said by this one already.
    for (const change of changesBetween(null, standing)) {
      if (change.kind !== "organiser") await tellChange(db, { ...own, ...change }, "", now);
    }
    const joined = { ...own, kind: "administrator" as const, beneficiaryId: null };
    const change = await tellChange(db, joined, input.reason, now);
    const row = { id: membershipId, group_id: group.id };
    await recordEvent(db, actor, "membership.joined-by-administrator", row, { change }, now);
    return { membershipId };
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
  const at = now.toISOString();
  await db
    .insertInto("membership")
    .values({ id, account_id: accountId, group_id: groupId, ...withSince(standing, null, at), started_at: at })
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
