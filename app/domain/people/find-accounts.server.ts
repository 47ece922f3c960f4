import type { Actor, Role } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/store.ts";

/** An account of the installation, as stored. */
export interface AccountFacts {
  id: string;
  name: string;
  address: string;
  active: boolean;
  isAdministrator: boolean;
  /** Codes of the groups with the role in each. */
  memberships: { code: string; role: Role }[];
}

/** All accounts of the installation, for administrators. Unsorted: the viewer's language decides the order. */
export async function findAccounts(db: Db, actor: Actor): Promise<AccountFacts[]> {
  requireAdministrator(actor);
  const accounts = await db
    .selectFrom("account")
    .select(["id", "name", "address", "status", "is_administrator"])
    .orderBy("id")
    .execute();
  const memberships = await db
    .selectFrom("membership")
    .innerJoin("working_group", "working_group.id", "membership.group_id")
    .select(["membership.account_id", "membership.role", "working_group.code"])
    .where("membership.ended_at", "is", null)
    .orderBy("working_group.position")
    .execute();
  return accounts.map((row) => ({
    id: row.id,
    name: row.name,
    address: row.address,
    active: row.status === "active",
    isAdministrator: row.is_administrator === 1,
    memberships: memberships
      .filter((membership) => membership.account_id === row.id)
      .map(({ code, role }) => ({ code, role })),
  }));
}

/** One account, for administrators. */
export async function findAccount(db: Db, actor: Actor, accountId: string) {
  requireAdministrator(actor);
  const row = await db
    .selectFrom("account")
    .select(["id", "name", "address", "status", "is_administrator"])
    .where("id", "=", accountId)
    .executeTakeFirst();
  if (!row) throw new NotFound("account");
  const { id, name, address } = row;
  return { id, name, address, active: row.status === "active", isAdministrator: row.is_administrator === 1 };
}
