import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

/** Sessions that the actor sees: `seesSession` as a set. Every read of a session or of its children starts here. */
export function sessionsVisibleTo(db: Db, actor: Actor) {
  return db.selectFrom("session").where((eb) => sessionIsVisible(eb, actor));
}

/** The condition alone, for queries that join sessions to something else. */
export function sessionIsVisible(eb: ExpressionBuilder<Schema, "session">, actor: Actor) {
  const groups = actor.memberships.map((membership) => membership.groupId);
  if (!actor.accountId || groups.length === 0) return sql<boolean>`false`;
  const organised = actor.memberships
    .filter((membership) => membership.role === "organiser")
    .map((membership) => membership.groupId);
  const invited = eb.exists(
    eb
      .selectFrom("session_person")
      .select("session_person.account_id")
      .whereRef("session_person.session_id", "=", "session.id")
      .where("session_person.account_id", "=", actor.accountId)
      .where((person) => isInAudience(person)),
  );
  return eb.and([
    eb("session.group_id", "in", groups),
    organised.length > 0 ? eb.or([eb("session.group_id", "in", organised), invited]) : invited,
  ]);
}

/**
 * Whether a row of the audience of a session counts: the person is invited, and is in the group what they were when
 * they were invited. Another role, another delegation, or a return after an absence needs another invitation.
 */
export function isInAudience(eb: ExpressionBuilder<Schema, "session_person">): Expression<SqlBool> {
  const standing = (eb as unknown as ExpressionBuilder<Schema, never>)
    .selectFrom("membership as standing")
    .innerJoin("session as held", "held.group_id", "standing.group_id")
    .select("standing.id")
    .where("held.id", "=", eb.ref("session_person.session_id"))
    .where("standing.account_id", "=", eb.ref("session_person.account_id"))
    .where("standing.ended_at", "is", null)
    .where("standing.standing_since", "<=", eb.ref("session_person.invited_at"));
  return eb.and([eb("session_person.removed_at", "is", null), eb.exists(standing)]);
}
