import { type Actor, membershipIn, type Role } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import type { MembershipInput } from "#app/domain/people/membership-input.server.ts";
import { requireBeneficiary } from "#app/domain/programme/require-beneficiary.server.ts";
import type { MessageKey } from "#app/i18n/message.ts";
import type { Flag } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** Columns that say what somebody is in a group, in a membership and in an invitation alike. */
export interface Standing {
  role: Role;
  beneficiary_id: string | null;
  institution_id: string | null;
  speaks: Flag;
}

/**
 * The group whose members the actor manages: its organisers, and administrators.
 * @throws NotFound for groups of others, Forbidden for members who are not organisers
 */
export async function findManagedGroup(
  db: Db,
  actor: Actor,
  groupId: string,
): Promise<{ id: string; programmeId: string; actorId: string }> {
  if (!actor.accountId || !(membershipIn(actor, groupId) || actor.isAdministrator)) throw new NotFound("group");
  const group = await db
    .selectFrom("working_group")
    .select(["id", "programme_id"])
    .where("id", "=", groupId)
    .executeTakeFirst();
  if (!group) throw new NotFound("group");
  authorise(actor, "members.manage", { groupId });
  return { id: group.id, programmeId: group.programme_id, actorId: actor.accountId };
}

/**
 * Makes a standing of what was entered. Only participants have a delegation and may speak for it: a beneficiary on
 * another role would open the delegation's bilateral records to it.
 * @throws Refused when beneficiary, institution and programme do not fit together
 */
export async function standingOf(db: Db, programmeId: string, input: MembershipInput): Promise<Standing> {
  const delegated = input.role === "participant";
  if (delegated) {
    if (!input.beneficiaryId) throw fault("beneficiaryId", "people.delegationNeeded");
    await requireBeneficiary(db, programmeId, input.beneficiaryId);
  }
  if (input.institutionId) {
    const institution = await db
      .selectFrom("institution")
      .select("beneficiary_id")
      .where("id", "=", input.institutionId)
      .where("programme_id", "=", programmeId)
      .executeTakeFirst();
    if (!institution) throw fault("institutionId", "errors.badValue");
    const elsewhere = institution.beneficiary_id !== null && institution.beneficiary_id !== input.beneficiaryId;
    if (delegated && elsewhere) throw fault("institutionId", "people.institutionElsewhere");
  }
  return {
    role: input.role,
    beneficiary_id: delegated ? input.beneficiaryId : null,
    institution_id: input.institutionId,
    speaks: delegated && input.speaks ? 1 : 0,
  };
}

/**
 * A group keeps at least one organiser who can sign in.
 * @param membershipId the membership that is about to end or to change
 * @throws Refused
 */
export async function keepAnOrganiser(db: Db, groupId: string, membershipId: string): Promise<void> {
  const rows = await db
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.account_id")
    .select("membership.id")
    .where("membership.group_id", "=", groupId)
    .where("membership.role", "=", "organiser")
    .where("membership.ended_at", "is", null)
    .where("account.status", "=", "active")
    .execute();
  const others = rows.filter((row) => row.id !== membershipId);
  if (rows.length > others.length && others.length === 0) throw new Refused({ key: "people.lastOrganiser" });
}

function fault(field: string, key: MessageKey): Refused {
  return new Refused([{ field, message: { key } }]);
}
