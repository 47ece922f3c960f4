import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import type { ContributionAccess } from "#app/domain/access/contribution.ts";
import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import { isInAudience } from "#app/domain/access/session.server.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

export type ContributionBuilder = ExpressionBuilder<Schema, "contribution">;

/** Contributions that the actor sees: `seesContribution` as a set. Every read of a contribution starts here. */
export function contributionsVisibleTo(db: Db, actor: Actor) {
  return db.selectFrom("contribution").where((eb) => contributionIsVisible(eb, actor));
}

/** The condition alone, for queries that join contributions to something else. */
export function contributionIsVisible(eb: ContributionBuilder, actor: Actor): Expression<SqlBool> {
  const submitted = eb("contribution.status", "in", submittedStatuses);
  const levels: Expression<SqlBool>[] = [eb("contribution.sharing", "=", "public")];
  const ways: Expression<SqlBool>[] = [];
  const groups = groupsOf(actor);
  if (groups.all.length > 0) {
    const programmes = [...new Set(actor.memberships.map((membership) => membership.programmeId))];
    const inProgramme = eb(
      "contribution.group_id",
      "in",
      eb.selectFrom("working_group").select("working_group.id").where("working_group.programme_id", "in", programmes),
    );
    levels.push(eb.and([eb("contribution.sharing", "=", "programme"), inProgramme]));
    levels.push(eb.and([eb("contribution.sharing", "=", "group"), eb("contribution.group_id", "in", groups.all)]));
    const near: Expression<SqlBool>[] = delegationsOf(eb, actor);
    if (groups.heard.length > 0) near.push(eb("contribution.group_id", "in", groups.heard));
    if (near.length > 0) levels.push(eb.and([eb("contribution.sharing", "=", "bilateral"), eb.or(near)]));
    ways.push(
      eb.and([eb("contribution.author_id", "=", actor.accountId), eb("contribution.group_id", "in", groups.all)]),
    );
    if (groups.organised.length > 0) {
      ways.push(
        eb.and([eb("contribution.status", "=", "withdrawn"), eb("contribution.group_id", "in", groups.organised)]),
      );
    }
  }
  ways.push(eb.and([submitted, eb.or(levels)]));
  return eb.or(ways);
}

/** What decides who sees a contribution and its source, for the questions about one; null when there is none. */
export async function findContributionAccess(db: Db, contributionId: string): Promise<ContributionAccess | null> {
  const row = await accessColumns(db)
    .select("contribution.session_id")
    .where("contribution.id", "=", contributionId)
    .executeTakeFirst();
  if (!row) return null;
  const { session_id, ...access } = row;
  const audience = session_id
    ? await db
        .selectFrom("session_person")
        .select("account_id")
        .where("session_id", "=", session_id)
        .where((person) => isInAudience(person))
        .execute()
    : [];
  return { ...access, sessionAudience: audience.map(({ account_id }) => account_id) };
}

/** Contributions with the columns that decide who sees one, whoever asks: what `seesContribution` takes. */
export function accessColumns(db: Db) {
  return db
    .selectFrom("contribution")
    .innerJoin("working_group", "working_group.id", "contribution.group_id")
    .select([
      "contribution.group_id as groupId",
      "working_group.programme_id as programmeId",
      "contribution.status",
      "contribution.sharing",
      "contribution.author_id as authorId",
      "contribution.delegation_id as delegationId",
    ]);
}

/** Groups of the actor: all, those heard at every level, those organised. Nobody signed in has none. */
export function groupsOf(actor: Actor) {
  const all = actor.memberships.map((membership) => membership.groupId);
  const heard = actor.memberships
    .filter(({ role }) => role === "organiser" || role === "consultant")
    .map(({ groupId }) => groupId);
  const organised = actor.memberships.filter(({ role }) => role === "organiser").map(({ groupId }) => groupId);
  return { all: actor.accountId ? all : [], heard, organised };
}

/** Contributions of the delegations that the actor belongs to, one condition for each. */
export function delegationsOf(eb: ContributionBuilder, actor: Actor): Expression<SqlBool>[] {
  return actor.memberships
    .filter((membership) => membership.beneficiaryId !== null)
    .map((membership) =>
      eb.and([
        eb("contribution.group_id", "=", membership.groupId),
        eb("contribution.delegation_id", "=", membership.beneficiaryId),
      ]),
    );
}
