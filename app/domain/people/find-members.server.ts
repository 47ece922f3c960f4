import { type Actor, membershipIn, type Role } from "#app/domain/access/actor.ts";
import { authorise, can } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findManagedGroup } from "#app/domain/people/membership-rules.server.ts";
import type { NameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { findBeneficiaries } from "#app/domain/programme/beneficiary-names.server.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

export interface MemberInList {
  membershipId: string;
  name: string;
  role: Role;
  delegation: NameWithMark | null;
  institution: string | null;
  speaks: boolean;
  /** Only for those who manage the members. */
  address: string | null;
  deactivated: boolean;
}

/**
 * The members of a group in the order of the reader's alphabet. Addresses, and people whose account is shut, are for
 * those who manage members.
 * @throws NotFound for groups of others
 */
export async function findMembers(
  db: Db,
  actor: Actor,
  groupId: string,
  reader: { locale: string; collator: Intl.Collator },
): Promise<MemberInList[]> {
  if (!membershipIn(actor, groupId) && !actor.isAdministrator) throw new NotFound("group");
  const manages = can(actor, "members.manage", { groupId });
  if (!manages) authorise(actor, "members.view", { groupId });
  const rows = await currentMembers(db).where("membership.group_id", "=", groupId).execute();
  const programmeId = rows[0]?.programme_id;
  const beneficiaries = programmeId ? await findBeneficiaries(db, programmeId, reader.locale) : [];
  return rows
    .filter((row) => manages || row.status === "active")
    .map((row) => ({
      membershipId: row.id,
      name: row.name,
      role: row.role,
      delegation: beneficiaries.find(({ id }) => id === row.beneficiary_id)?.name ?? null,
      institution: row.institution_names ? label(parseLabels(row.institution_names), reader.locale) : null,
      speaks: row.speaks === 1,
      address: manages ? row.address : null,
      deactivated: row.status !== "active",
    }))
    .sort((a, b) => reader.collator.compare(a.name, b.name) || a.membershipId.localeCompare(b.membershipId));
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
    .where("session_person.removed_at", "is", null)
    .where("session.group_id", "=", groupId)
    .where("session.status", "=", "scheduled")
    .where("session.starts_at", ">", now.toISOString())
    .executeTakeFirstOrThrow();
  return n;
}

function currentMembers(db: Db) {
  return db
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.account_id")
    .innerJoin("working_group", "working_group.id", "membership.group_id")
    .leftJoin("institution", "institution.id", "membership.institution_id")
    .select([
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
    ])
    .where("membership.ended_at", "is", null);
}
