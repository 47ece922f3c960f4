import type { Role } from "#app/domain/access/actor.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** A current member of a group with an account that may sign in. */
export interface GroupPerson {
  accountId: string;
  name: string;
  address: string;
  role: Role;
  beneficiaryId: string | null;
  institution: Labels | null;
}

/** Everybody whom a session of the group may invite. Unsorted: the viewer's language decides the order. */
export async function findGroupPeople(db: Db, groupId: string): Promise<GroupPerson[]> {
  const rows = await db
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.account_id")
    .leftJoin("institution", "institution.id", "membership.institution_id")
    .select([
      "account.id",
      "account.name",
      "account.address",
      "membership.role",
      "membership.beneficiary_id",
      "institution.names",
    ])
    .where("membership.group_id", "=", groupId)
    .where("membership.ended_at", "is", null)
    .where("account.status", "=", "active")
    .orderBy("account.name")
    .orderBy("account.id")
    .execute();
  return rows.map((row) => ({
    accountId: row.id,
    name: row.name,
    address: row.address,
    role: row.role,
    beneficiaryId: row.beneficiary_id,
    institution: row.names === null ? null : parseLabels(row.names),
  }));
}
