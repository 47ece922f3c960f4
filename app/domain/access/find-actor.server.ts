import { type Actor, anonymous } from "#app/domain/access/actor.ts";
import { keptQuery } from "#db/kept-query.ts";
import type { Db } from "#db/store.ts";

const activeAccount = keptQuery((db, { accountId }: { accountId: string }) =>
  db
    .selectFrom("account")
    .select(["id", "is_administrator"])
    .where("id", "=", accountId)
    .where("status", "=", "active"),
);

const currentMemberships = keptQuery((db, { accountId }: { accountId: string }) =>
  db
    .selectFrom("membership")
    .innerJoin("working_group", "working_group.id", "membership.group_id")
    .leftJoin("beneficiary", "beneficiary.id", "membership.beneficiary_id")
    .select([
      "membership.group_id",
      "working_group.slug",
      "working_group.programme_id",
      "membership.role",
      "membership.beneficiary_id",
      "beneficiary.code",
      "membership.institution_id",
      "membership.speaks",
    ])
    .where("membership.account_id", "=", accountId)
    .where("membership.ended_at", "is", null)
    .orderBy("working_group.position"),
);

/** The actor behind an account as of now; deactivated accounts and unknown ids are nobody. */
export async function findActor(db: Db, accountId: string | null): Promise<Actor> {
  if (!accountId) return anonymous;
  const [account] = await activeAccount(db, { accountId });
  if (!account) return anonymous;
  const rows = await currentMemberships(db, { accountId });
  return {
    accountId: account.id,
    isAdministrator: account.is_administrator === 1,
    memberships: rows.map((row) => ({
      groupId: row.group_id,
      groupSlug: row.slug,
      programmeId: row.programme_id,
      role: row.role,
      beneficiaryId: row.beneficiary_id,
      beneficiaryCode: row.code,
      institutionId: row.institution_id,
      speaks: row.speaks === 1,
    })),
  };
}
