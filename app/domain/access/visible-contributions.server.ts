import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

type Eb = ExpressionBuilder<Schema, "contribution">;

/** Contributions that the actor sees: `seesContribution` as a set. Every read of a contribution starts here. */
export function contributionsVisibleTo(db: Db, actor: Actor) {
  return db.selectFrom("contribution").where((eb) => contributionIsVisible(eb, actor));
}

/** The condition alone, for queries that join contributions to something else. */
export function contributionIsVisible(eb: Eb, actor: Actor): Expression<SqlBool> {
  const submitted = eb("contribution.status", "not in", ["draft", "withdrawn"]);
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

/** Whether the actor sees the true source of a contribution: `seesSource` as an SQL condition. */
export function sourceIsVisible(eb: Eb, actor: Actor): Expression<SqlBool> {
  const groups = groupsOf(actor);
  if (groups.all.length === 0 || !actor.accountId) return sql<boolean>`false`;
  const audience = eb.exists(
    eb
      .selectFrom("session_person")
      .select("session_person.account_id")
      .whereRef("session_person.session_id", "=", "contribution.session_id")
      .where("session_person.account_id", "=", actor.accountId)
      .where("session_person.removed_at", "is", null),
  );
  const ways: Expression<SqlBool>[] = [
    eb("contribution.author_id", "=", actor.accountId),
    audience,
    ...delegationsOf(eb, actor),
  ];
  if (groups.organised.length > 0) ways.push(eb("contribution.group_id", "in", groups.organised));
  return eb.and([eb("contribution.group_id", "in", groups.all), eb.or(ways)]);
}

function groupsOf(actor: Actor) {
  const all = actor.memberships.map((membership) => membership.groupId);
  const heard = actor.memberships
    .filter(({ role }) => role === "organiser" || role === "consultant")
    .map(({ groupId }) => groupId);
  const organised = actor.memberships.filter(({ role }) => role === "organiser").map(({ groupId }) => groupId);
  return { all: actor.accountId ? all : [], heard, organised };
}

function delegationsOf(eb: Eb, actor: Actor): Expression<SqlBool>[] {
  return actor.memberships
    .filter((membership) => membership.beneficiaryId !== null)
    .map((membership) =>
      eb.and([
        eb("contribution.group_id", "=", membership.groupId),
        eb("contribution.delegation_id", "=", membership.beneficiaryId),
      ]),
    );
}
