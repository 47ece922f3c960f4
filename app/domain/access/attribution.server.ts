import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import {
  type Disclosure,
  disclosedUnder,
  disclosure,
  SHARED_BY,
  type SourcePart,
  seesSource,
} from "#app/domain/access/attribution.ts";
import {
  type ContributionBuilder,
  delegationsOf,
  findContributionAccess,
  groupsOf,
} from "#app/domain/access/contribution.server.ts";
import { isInAudience } from "#app/domain/access/session.server.ts";
import type { Attribution } from "#app/domain/codes.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

/** Whether a part of its source is disclosed to the actor: `disclosure` as a condition on contributions. */
export function isDisclosed(eb: ContributionBuilder, actor: Actor, part: SourcePart): Expression<SqlBool> {
  const source = sourceIsVisible(eb, actor);
  const under = disclosedUnder[part];
  return under.length === 0 ? source : eb.or([eb("contribution.attribution", "in", [...under]), source]);
}

/** Whether the actor sees the true source of a contribution: `seesSource` as an SQL condition. */
export function sourceIsVisible(eb: ContributionBuilder, actor: Actor): Expression<SqlBool> {
  const groups = groupsOf(actor);
  if (groups.all.length === 0 || !actor.accountId) return sql<boolean>`false`;
  const audience = eb.exists(
    eb
      .selectFrom("session_person")
      .select("session_person.account_id")
      .whereRef("session_person.session_id", "=", "contribution.session_id")
      .where("session_person.account_id", "=", actor.accountId)
      .where((person) => isInAudience(person)),
  );
  const ways: Expression<SqlBool>[] = [
    eb("contribution.author_id", "=", actor.accountId),
    audience,
    ...delegationsOf(eb, actor),
  ];
  if (groups.organised.length > 0) ways.push(eb("contribution.group_id", "in", groups.organised));
  return eb.and([eb("contribution.group_id", "in", groups.all), eb.or(ways)]);
}

/** What is disclosed of one contribution to the actor. */
export async function findDisclosure(
  db: Db,
  actor: Actor,
  { id, attribution }: { id: string; attribution: Attribution },
): Promise<Disclosure> {
  const access = await findContributionAccess(db, id);
  return disclosure(attribution, access !== null && seesSource(actor, access));
}

/** Rounds that enough delegations may have spoken in: where nobody is named, any other would tell who it was. */
export function sharedRounds(db: Db) {
  return db
    .selectFrom("round")
    .leftJoin("session", (join) =>
      join.onRef("session.round_id", "=", "round.id").on("session.status", "=", "scheduled"),
    )
    .select("round.id")
    .groupBy(["round.id", "round.group_id"])
    .having((eb) => eb.or([heardByEnough(eb), eb.and([isPlenary(eb), hasEnough(eb, eb.ref("round.group_id"))])]));
}

/** Languages, by group, that enough delegations met in: where nobody is named, any other would tell who wrote. */
export function sharedLanguages(db: Db) {
  return db
    .selectFrom("session")
    .select(["session.group_id", "session.language"])
    .where("session.status", "=", "scheduled")
    .groupBy(["session.group_id", "session.language"])
    .having((eb) => eb.or([heardByEnough(eb), eb.and([isPlenary(eb), hasEnough(eb, eb.ref("session.group_id"))])]));
}

/** The same of some groups, by group; a group without any is not among them. */
export async function findSharedLanguages(
  db: Db,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const shared = new Map<string, Set<string>>();
  if (groupIds.length === 0) return shared;
  const rows = await sharedLanguages(db).where("session.group_id", "in", groupIds).execute();
  for (const { group_id, language } of rows) shared.set(group_id, (shared.get(group_id) ?? new Set()).add(language));
  return shared;
}

type SessionBuilder = ExpressionBuilder<Pick<Schema, "session" | "round">, "session">;

/** Among sessions: whether they are with enough delegations. */
function heardByEnough(eb: SessionBuilder): Expression<SqlBool> {
  return eb(eb.fn.count("session.beneficiary_id").distinct(), ">=", SHARED_BY);
}

/** Whether one of them is a plenary, which has everybody in it. */
function isPlenary(eb: SessionBuilder): Expression<SqlBool> {
  return eb(eb.fn.count("session.id"), ">", eb.fn.count("session.beneficiary_id"));
}

/** Whether a group has enough delegations. */
function hasEnough(eb: SessionBuilder, groupId: Expression<string>): Expression<SqlBool> {
  const delegations = (eb as unknown as ExpressionBuilder<Schema, never>)
    .selectFrom("membership")
    .select((inner) => inner.fn.count("membership.beneficiary_id").distinct().as("delegations"))
    .where("membership.group_id", "=", groupId)
    .where("membership.role", "=", "participant")
    .where("membership.ended_at", "is", null);
  return eb(delegations, ">=", SHARED_BY);
}
