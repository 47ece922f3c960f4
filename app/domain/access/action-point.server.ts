import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { isInAudience, sessionIsVisible } from "#app/domain/access/session.server.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

/** Action points that the actor sees: `seesActionPoint` as a set. Every read of action points starts here. */
export function actionPointsVisibleTo(db: Db, actor: Actor) {
  return db.selectFrom("action_point").where((eb) => actionPointIsVisible(eb, actor));
}

function actionPointIsVisible(eb: ExpressionBuilder<Schema, "action_point">, actor: Actor): Expression<SqlBool> {
  const groups = actor.memberships.map(({ groupId }) => groupId);
  if (!actor.accountId || groups.length === 0) return sql<boolean>`false`;
  return eb.and([
    eb("action_point.group_id", "in", groups),
    eb.or([actionPointIsOwn(eb, actor), isInSeenSession(eb, actor)]),
  ]);
}

/** Whether it is the actor's, or that of the actor's delegation. */
export function actionPointIsOwn(eb: ExpressionBuilder<Schema, "action_point">, actor: Actor): Expression<SqlBool> {
  const delegations = actor.memberships.flatMap(({ groupId, beneficiaryId }) =>
    beneficiaryId === null
      ? []
      : [eb.and([eb("action_point.group_id", "=", groupId), eb("action_point.delegation_id", "=", beneficiaryId)])],
  );
  return eb.or([eb("action_point.owner_id", "=", actor.accountId), ...delegations]);
}

function isInSeenSession(eb: ExpressionBuilder<Schema, "action_point">, actor: Actor): Expression<SqlBool> {
  const internalTo = (role: "organiser" | "consultant") =>
    actor.memberships.filter((membership) => membership.role === role).map(({ groupId }) => groupId);
  const [organised, consulted] = [internalTo("organiser"), internalTo("consultant")];
  const sharedItem = eb.or([
    eb("action_point.item_id", "is", null),
    eb.exists(
      eb
        .selectFrom("agenda_item")
        .select("agenda_item.id")
        .whereRef("agenda_item.id", "=", "action_point.item_id")
        .where("agenda_item.visibility", "=", "shared"),
    ),
  ]);
  const ways: Expression<SqlBool>[] = [sharedItem];
  if (organised.length > 0) ways.push(eb("action_point.group_id", "in", organised));
  if (consulted.length > 0) {
    const leads = eb
      .selectFrom("session_person")
      .select("session_person.account_id")
      .whereRef("session_person.session_id", "=", "action_point.session_id")
      .where("session_person.account_id", "=", actor.accountId)
      .where("session_person.part", "=", "consultant")
      .where((person) => isInAudience(person));
    ways.push(eb.and([eb("action_point.group_id", "in", consulted), eb.exists(leads)]));
  }
  const seen = eb
    .selectFrom("session")
    .select("session.id")
    .whereRef("session.id", "=", "action_point.session_id")
    .where((session) => sessionIsVisible(session as unknown as ExpressionBuilder<Schema, "session">, actor));
  return eb.and([eb.exists(seen), eb.or(ways)]);
}
