import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Actor, Role } from "#app/domain/access/actor.ts";
import { isInAudience, sessionIsVisible } from "#app/domain/access/session.server.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

/**
 * Agenda items that the actor sees, each with its session: `seesAgendaItem` as a set. Those that were removed are among
 * them.
 */
export function agendaItemsVisibleTo(db: Db, actor: Actor) {
  return db
    .selectFrom("agenda_item")
    .innerJoin("session", "session.id", "agenda_item.session_id")
    .where((eb) => sessionIsVisible(eb as unknown as ExpressionBuilder<Schema, "session">, actor))
    .where((eb) => {
      const item = eb as unknown as ExpressionBuilder<Schema, "agenda_item" | "session">;
      return eb.or([eb("agenda_item.visibility", "=", "shared"), isRun(item, actor), isLed(item, actor)]);
    });
}

/** Whether an actor leads the session of a query as a consultant, or organises its group. */
export function runsOrLeads(
  eb: ExpressionBuilder<Schema, "agenda_item" | "session">,
  actor: Actor,
): Expression<SqlBool> {
  return eb.or([isRun(eb, actor), isLed(eb, actor)]);
}

function isRun(eb: ExpressionBuilder<Schema, "agenda_item" | "session">, actor: Actor): Expression<SqlBool> {
  const groups = groupsAs(actor, "organiser");
  return groups.length > 0 ? eb("session.group_id", "in", groups) : sql<boolean>`false`;
}

function isLed(eb: ExpressionBuilder<Schema, "agenda_item" | "session">, actor: Actor): Expression<SqlBool> {
  const groups = groupsAs(actor, "consultant");
  if (groups.length === 0) return sql<boolean>`false`;
  const seat = eb
    .selectFrom("session_person")
    .select("session_person.account_id")
    .whereRef("session_person.session_id", "=", "session.id")
    .where("session_person.account_id", "=", actor.accountId)
    .where("session_person.part", "=", "consultant")
    .where((person) => isInAudience(person as unknown as ExpressionBuilder<Schema, "session_person">));
  return eb.and([eb("session.group_id", "in", groups), eb.exists(seat)]);
}

function groupsAs(actor: Actor, role: Role): string[] {
  return actor.memberships.filter((membership) => membership.role === role).map(({ groupId }) => groupId);
}
