import type { Selectable } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { relationsToContribution } from "#app/domain/access/contribution.ts";
import type { Subject } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { ContributionTable } from "#db/schema/contribution.ts";
import type { Db } from "#db/store.ts";

export type ContributionRow = Selectable<ContributionTable>;

/**
 * The row of a contribution that the actor sees.
 * @throws NotFound when there is none, or the actor may not know of it
 */
export async function findContributionRow(db: Db, actor: Actor, number: string): Promise<ContributionRow> {
  const row = await contributionsVisibleTo(db, actor)
    .selectAll("contribution")
    .where("contribution.number", "=", number)
    .executeTakeFirst();
  if (!row) throw new NotFound("record");
  return row;
}

/** The record as the policy asks about it. */
export function contributionSubject(
  actor: Actor,
  row: Pick<ContributionRow, "group_id" | "author_id" | "delegation_id">,
): Subject {
  return subjectOf(actor, { groupId: row.group_id, authorId: row.author_id, delegationId: row.delegation_id });
}

/** The facts of a contribution as the policy asks about them. */
export function subjectOf(
  actor: Actor,
  facts: { groupId: string; authorId: string; delegationId: string | null },
): Subject {
  return { groupId: facts.groupId, relations: relationsToContribution(actor, facts) };
}
