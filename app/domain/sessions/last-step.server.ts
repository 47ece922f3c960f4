import type { ExpressionBuilder } from "kysely";
import { LONGEST_OVERTIME } from "#app/domain/sessions/session-state.ts";
import type { Schema } from "#db/schema/schema.ts";

/** What the log of a session says last, without what was taken back; null where nobody started it. */
export function lastStepOf(eb: ExpressionBuilder<Schema, "session">) {
  return eb
    .selectFrom("live_step")
    .select("live_step.kind")
    .whereRef("live_step.session_id", "=", "session.id")
    .where("live_step.undone_at", "is", null)
    .orderBy("live_step.number", "desc")
    .limit(1);
}

/** When a session ended, by its log; when it is planned to while nobody has ended it. */
export function realEndOf(eb: ExpressionBuilder<Schema, "session">) {
  const ended = eb
    .selectFrom("live_step")
    .select((step) => step.case().when("live_step.kind", "=", "end").then(step.ref("live_step.at")).end().as("at"))
    .whereRef("live_step.session_id", "=", "session.id")
    .where("live_step.undone_at", "is", null)
    .orderBy("live_step.number", "desc")
    .limit(1);
  return eb.fn.coalesce(ended, eb.ref("session.ends_at"));
}

/** Whether nobody has ended a session, by its log. */
export function isNotEnded(eb: ExpressionBuilder<Schema, "session">) {
  return eb.or([eb(lastStepOf(eb), "is", null), eb(lastStepOf(eb), "<>", "end")]);
}

/** `isOver` as a set, turned round: sessions to come, and those that go on, some of them longer than planned. */
export function isNotOver(eb: ExpressionBuilder<Schema, "session">, now: Date) {
  const forgotten = new Date(now.getTime() - LONGEST_OVERTIME).toISOString();
  return eb.or([
    eb.and([eb("session.ends_at", ">", now.toISOString()), isNotEnded(eb)]),
    eb.and([eb("session.ends_at", ">", forgotten), eb(lastStepOf(eb), "<>", "end")]),
  ]);
}
