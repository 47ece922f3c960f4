import type { Db } from "#db/store.ts";

export interface Speaker {
  accountId: string;
  name: string;
  address: string;
}

/** Who can consent for a contribution: members who speak for its delegation, or the organisers where there is none. */
export async function findSpeakers(
  db: Db,
  { groupId, delegationId }: { groupId: string; delegationId: string | null },
): Promise<Speaker[]> {
  const members = currentMembers(db, groupId);
  const query = delegationId
    ? members
        .where("membership.role", "=", "participant")
        .where("membership.speaks", "=", 1)
        .where("membership.beneficiary_id", "=", delegationId)
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
