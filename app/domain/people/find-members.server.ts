import { type Actor, membershipIn, type Role } from "#app/domain/access/actor.ts";
import { authorise, can } from "#app/domain/access/policy.ts";
import { isInAudience } from "#app/domain/access/session.server.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findManagedGroup } from "#app/domain/people/membership-rules.server.ts";
import type { Designation } from "#app/domain/programme/beneficiary-name.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** A member of a group, as stored. */
export interface MemberFacts {
  membershipId: string;
  name: string;
  role: Role;
  delegation: Designation<Labels> | null;
  /** Where the delegation stands in the programme's order. */
  delegationPosition: number | null;
  institution: Labels | null;
  speaks: boolean;
  /** Only for those who manage the members. */
  address: string | null;
  /** Whether mails to that address came back, and if for good. */
  bounced: "permanent" | "temporary" | null;
  deactivated: boolean;
}

/**
 * The members of a group, unsorted: the viewer's language decides the order. Addresses, and people whose account is
 * shut, are for those who manage members.
 * @throws NotFound for groups of others
 */
export async function findMembers(db: Db, actor: Actor, groupId: string): Promise<MemberFacts[]> {
  if (!membershipIn(actor, groupId) && !actor.isAdministrator) throw new NotFound("group");
  const manages = can(actor, "members.manage", { groupId });
  if (!manages) authorise(actor, "members.view", { groupId });
  const rows = await currentMembers(db).where("membership.group_id", "=", groupId).orderBy("membership.id").execute();
  return rows
    .filter((row) => manages || row.status === "active")
    .map((row) => ({
      membershipId: row.id,
      name: row.name,
      role: row.role,
      delegation: delegationOf(row),
      delegationPosition: row.position,
      institution: row.institution_names ? parseLabels(row.institution_names) : null,
      speaks: row.speaks === 1,
      address: manages ? row.address : null,
      bounced: manages ? row.bounced : null,
      deactivated: row.status !== "active",
    }));
}

/** Somebody who was a member and is not now. */
export interface FormerMember {
  membershipId: string;
  name: string;
  role: Role;
  delegation: Designation<Labels> | null;
  endedAt: Instant;
  /** Whether the account is open, so that the person can come back. */
  canReturn: boolean;
}

/** Former members of a group, the last ones first, each once, for those who manage its members. */
export async function findFormerMembers(db: Db, actor: Actor, groupId: string): Promise<FormerMember[]> {
  await findManagedGroup(db, actor, groupId);
  const rows = await memberships(db)
    .select("membership.ended_at")
    .where("membership.group_id", "=", groupId)
    .orderBy("membership.ended_at", "desc")
    .orderBy("membership.id")
    .execute();
  const seen = new Set(rows.filter((row) => row.ended_at === null).map((row) => row.account_id));
  const former: FormerMember[] = [];
  for (const row of rows) {
    if (row.ended_at === null || seen.has(row.account_id)) continue;
    seen.add(row.account_id);
    const { id: membershipId, name, role, ended_at: endedAt } = row;
    former.push({
      membershipId,
      name,
      role,
      delegation: delegationOf(row),
      endedAt,
      canReturn: row.status === "active",
    });
  }
  return former;
}

/**
 * A former member whose account is open, for those who manage the group.
 * @throws NotFound for groups of others and for memberships that go on, Forbidden for members who do not manage
 */
export async function findFormerMember(db: Db, actor: Actor, membershipId: string) {
  const row = await memberships(db)
    .where("membership.id", "=", membershipId)
    .where("membership.ended_at", "is not", null)
    .where("account.status", "=", "active")
    .executeTakeFirst();
  if (!row) throw new NotFound("member");
  const { id: groupId } = await findManagedGroup(db, actor, row.group_id);
  return { membershipId: row.id, groupId, name: row.name, role: row.role };
}

/**
 * One member, for those who manage the group.
 * @throws NotFound for groups of others and ended memberships, Forbidden for members who do not manage
 */
export async function findMember(db: Db, actor: Actor, membershipId: string, now: Date) {
  const row = await currentMembers(db).where("membership.id", "=", membershipId).executeTakeFirst();
  if (!row) throw new NotFound("member");
  const group = await findManagedGroup(db, actor, row.group_id);
  return {
    membershipId: row.id,
    accountId: row.account_id,
    groupId: group.id,
    programmeId: group.programmeId,
    name: row.name,
    address: row.address,
    role: row.role,
    beneficiaryId: row.beneficiary_id,
    institutionId: row.institution_id,
    speaks: row.speaks === 1,
    startedAt: row.started_at,
    futureSessions: await countFutureSessions(db, row.account_id, row.group_id, now),
  };
}

/** How many sessions to come the person is expected in: somebody else has to be found for them. */
async function countFutureSessions(db: Db, accountId: string, groupId: string, now: Date): Promise<number> {
  const { n } = await db
    .selectFrom("session_person")
    .innerJoin("session", "session.id", "session_person.session_id")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("session_person.account_id", "=", accountId)
    .where((eb) => isInAudience(eb))
    .where("session.group_id", "=", groupId)
    .where("session.status", "=", "scheduled")
    .where("session.starts_at", ">", now.toISOString())
    .executeTakeFirstOrThrow();
  return n;
}

function delegationOf(row: { beneficiary_names: string | null; mark: string | null }): Designation<Labels> | null {
  return row.beneficiary_names ? { names: parseLabels(row.beneficiary_names), mark: row.mark } : null;
}

function currentMembers(db: Db) {
  return memberships(db).where("membership.ended_at", "is", null);
}

function memberships(db: Db) {
  return db
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.account_id")
    .innerJoin("working_group", "working_group.id", "membership.group_id")
    .leftJoin("institution", "institution.id", "membership.institution_id")
    .leftJoin("beneficiary", "beneficiary.id", "membership.beneficiary_id")
    .leftJoin("bounced_address", "bounced_address.address", "account.address")
    .select([
      "bounced_address.severity as bounced",
      "membership.id",
      "membership.account_id",
      "membership.group_id",
      "membership.role",
      "membership.beneficiary_id",
      "membership.institution_id",
      "membership.speaks",
      "membership.started_at",
      "account.name",
      "account.address",
      "account.status",
      "working_group.programme_id",
      "institution.names as institution_names",
      "beneficiary.names as beneficiary_names",
      "beneficiary.mark",
      "beneficiary.position",
    ]);
}
