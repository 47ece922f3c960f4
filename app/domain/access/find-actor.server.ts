import { type Actor, anonymous, type Membership } from "#app/domain/access/actor.ts";
import { keptQuery } from "#db/kept-query.ts";
import { byColumn, readTogether } from "#db/read-together.ts";
import type { Db } from "#db/store.ts";

/** The actor behind an account as of now; deactivated accounts and unknown ids are nobody. */
export async function findActor(db: Db, accountId: string | null): Promise<Actor> {
  if (!accountId) return anonymous;
  const [account] = await activeAccount(db, { accountId });
  if (!account) return anonymous;
  return actorOf(account, await currentMemberships(db, { accountId }));
}

/** The same, where many may be asked for at once, each by a line of a list. */
export async function findActorOfLine(db: Db, accountId: string | null): Promise<Actor> {
  if (!accountId) return anonymous;
  return (await actorWith(db, accountId)) ?? anonymous;
}

const activeAccount = keptQuery((db, { accountId }: { accountId: string }) =>
  accounts(db).where("account.id", "=", accountId),
);

const currentMemberships = keptQuery((db, { accountId }: { accountId: string }) =>
  memberships(db).where("membership.account_id", "=", accountId),
);

const actorWith = readTogether(async (db, accountIds) => {
  const found = byColumn(await accounts(db).where("account.id", "in", accountIds).execute(), "id");
  const rows = await memberships(db).where("membership.account_id", "in", accountIds).execute();
  const of = new Map<string, MembershipRow[]>();
  for (const row of rows) of.set(row.account_id, [...(of.get(row.account_id) ?? []), row]);
  return new Map([...found].map(([id, account]) => [id, actorOf(account, of.get(id) ?? [])]));
});

function accounts(db: Db) {
  return db.selectFrom("account").select(["account.id", "account.is_administrator"]).where("status", "=", "active");
}

function memberships(db: Db) {
  return db
    .selectFrom("membership")
    .innerJoin("working_group", "working_group.id", "membership.group_id")
    .leftJoin("beneficiary", "beneficiary.id", "membership.beneficiary_id")
    .select([
      "membership.account_id",
      "membership.group_id",
      "working_group.slug",
      "working_group.programme_id",
      "membership.role",
      "membership.beneficiary_id",
      "beneficiary.code",
      "membership.institution_id",
      "membership.speaks",
    ])
    .where("membership.ended_at", "is", null)
    .orderBy("working_group.position");
}

type AccountRow = Awaited<ReturnType<ReturnType<typeof accounts>["execute"]>>[number];
type MembershipRow = Awaited<ReturnType<ReturnType<typeof memberships>["execute"]>>[number];

function actorOf(account: AccountRow, rows: readonly MembershipRow[]): Actor {
  return {
    accountId: account.id,
    isAdministrator: account.is_administrator === 1,
    memberships: rows.map(
      (row): Membership => ({
        groupId: row.group_id,
        groupSlug: row.slug,
        programmeId: row.programme_id,
        role: row.role,
        beneficiaryId: row.beneficiary_id,
        beneficiaryCode: row.code,
        institutionId: row.institution_id,
        speaks: row.speaks === 1,
      }),
    ),
  };
}
