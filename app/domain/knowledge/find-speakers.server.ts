import type { ContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import type { Db } from "#db/store.ts";

export interface Speaker {
  accountId: string;
  name: string;
  address: string;
}

/** Who can consent for a record: members who speak for its delegation, or the organisers where there is none. */
export async function findSpeakers(
  db: Db,
  record: Pick<ContributionRow, "group_id" | "delegation_id">,
): Promise<Speaker[]> {
  const members = currentMembers(db, record.group_id);
  const query = record.delegation_id
    ? members
        .where("membership.role", "=", "participant")
        .where("membership.speaks", "=", 1)
        .where("membership.beneficiary_id", "=", record.delegation_id)
    : members.where("membership.role", "=", "organiser");
  return query.execute();
}

/** The organisers of a group: whom to ask where nobody speaks for a delegation. */
export async function findOrganisers(db: Db, groupId: string): Promise<Speaker[]> {
  return currentMembers(db, groupId).where("membership.role", "=", "organiser").execute();
}

function currentMembers(db: Db, groupId: string) {
  return db
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.account_id")
    .select(["account.id as accountId", "account.name", "account.address"])
    .where("membership.group_id", "=", groupId)
    .where("membership.ended_at", "is", null)
    .where("account.status", "=", "active")
    .orderBy("account.name");
}
