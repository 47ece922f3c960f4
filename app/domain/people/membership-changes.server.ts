import { type Actor, membershipIn, type Role } from "#app/domain/access/actor.ts";
import { type ChangeKind, concerns } from "#app/domain/people/change-concerns.ts";
import type { Designation } from "#app/domain/programme/beneficiary-name.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** Days for which a change is shown. */
const SHOWN_DAYS = 60;

/** A change of who hears or speaks in a group. */
export interface MembershipChange {
  id: string;
  kind: ChangeKind;
  accountId: string;
  name: string;
  role: Role | null;
  delegation: Designation<Labels> | null;
  /** Null where the command line did it. */
  by: string | null;
  reason: string;
  at: Instant;
}

/** The changes of the last weeks that concern the actor, newest first. */
export async function findChanges(db: Db, actor: Actor, groupId: string, now: Date): Promise<MembershipChange[]> {
  const membership = membershipIn(actor, groupId);
  if (!membership) return [];
  const viewer = { role: membership.role, beneficiary_id: membership.beneficiaryId, speaks: membership.speaks };
  const since = new Date(now.getTime() - SHOWN_DAYS * 86_400_000).toISOString();
  const rows = await changeRows(db)
    .where("membership_change.group_id", "=", groupId)
    .where("membership_change.at", ">", since)
    .orderBy("membership_change.at", "desc")
    .orderBy("membership_change.id")
    .limit(200)
    .execute();
  return rows
    .filter((row) => concerns({ kind: row.kind, beneficiaryId: row.beneficiary_id }, viewer, "page"))
    .map(changeFacts);
}

/** Changes with all that is said of them. */
export function changeRows(db: Db) {
  return db
    .selectFrom("membership_change")
    .innerJoin("account", "account.id", "membership_change.account_id")
    .leftJoin("account as doer", "doer.id", "membership_change.by_account_id")
    .leftJoin("beneficiary", "beneficiary.id", "membership_change.beneficiary_id")
    .leftJoin("membership", (join) =>
      join
        .onRef("membership.account_id", "=", "membership_change.account_id")
        .onRef("membership.group_id", "=", "membership_change.group_id")
        .on("membership.ended_at", "is", null),
    )
    .selectAll("membership_change")
    .select(["account.name", "doer.name as doer_name", "membership.role"])
    .select(["beneficiary.names as beneficiary_names", "beneficiary.mark"]);
}

type ChangeRow = Awaited<ReturnType<ReturnType<typeof changeRows>["execute"]>>[number];

/** A row as facts. */
export function changeFacts(row: ChangeRow): MembershipChange {
  const { id, kind, name, role, reason, at } = row;
  return {
    ...{ id, kind, name, role, reason, at },
    accountId: row.account_id,
    delegation: row.beneficiary_names === null ? null : { names: parseLabels(row.beneficiary_names), mark: row.mark },
    by: row.by_account_id === row.account_id ? null : row.doer_name,
  };
}
