import type { Selectable } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Subject } from "#app/domain/access/policy.ts";
import { type ContributionFacts, relationsToContribution } from "#app/domain/access/see.ts";
import { contributionsVisibleTo } from "#app/domain/access/visible-contributions.server.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { ContributionTable } from "#db/schema/contribution.ts";
import type { Db } from "#db/store.ts";

export type ContributionRow = Selectable<ContributionTable>;

/**
 * The row of a record that the actor sees.
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
  const facts = { groupId: row.group_id, authorId: row.author_id, delegationId: row.delegation_id };
  return { groupId: row.group_id, relations: relationsToContribution(actor, facts) };
}

/** What decides who sees a record and its source, for `seesContribution` and `seesSource`; null when there is none. */
export async function contributionFacts(db: Db, contributionId: string): Promise<ContributionFacts | null> {
  const row = await db
    .selectFrom("contribution")
    .innerJoin("working_group", "working_group.id", "contribution.group_id")
    .select([
      "contribution.group_id",
      "contribution.status",
      "contribution.sharing",
      "contribution.author_id",
      "contribution.delegation_id",
      "contribution.session_id",
      "working_group.programme_id",
    ])
    .where("contribution.id", "=", contributionId)
    .executeTakeFirst();
  if (!row) return null;
  const audience = row.session_id
    ? await db
        .selectFrom("session_person")
        .select("account_id")
        .where("session_id", "=", row.session_id)
        .where("removed_at", "is", null)
        .execute()
    : [];
  return {
    groupId: row.group_id,
    programmeId: row.programme_id,
    status: row.status,
    sharing: row.sharing,
    authorId: row.author_id,
    delegationId: row.delegation_id,
    sessionAudience: audience.map(({ account_id }) => account_id),
  };
}
