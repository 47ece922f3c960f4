import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import { hasAttended } from "#app/domain/minutes/find-minutes.server.ts";
import { isAmendable, newRecord } from "#app/domain/minutes/minutes-state.ts";
import { findRecordStates } from "#app/domain/minutes/open-record.server.ts";
import { isNotOver } from "#app/domain/sessions/last-step.server.ts";
import { readSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { relationsToSessions } from "#app/domain/sessions/session-relations.server.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** Minutes that are not final, with what the actor may or has to do with them. */
export interface OpenMinutes {
  session: SessionFacts;
  /** Until when the actor may propose amendments; null where they may not. */
  amendableUntil: Instant | null;
  /** Amendments that wait for a decision of the actor. */
  toDecide: number;
  /** Whether the actor can make them final now, or has yet to circulate them. */
  next: "finalise" | "circulate" | null;
}

/** As many sessions as are looked at. */
const MAX_SESSIONS = 20;
/** Minutes of sessions that were longer ago are not asked for any more. */
const DRAFT_DAYS = 30;

/** Minutes that wait for the actor in all groups, of the sessions that the actor sees; the earliest session first. */
export async function findOpenMinutes(db: Db, actor: Actor, now: Date): Promise<OpenMinutes[]> {
  const lately = new Date(now.getTime() - DRAFT_DAYS * 24 * 60 * 60_000).toISOString();
  const sessions = await readSessionFacts(
    sessionsVisibleTo(db, actor)
      .where("session.status", "=", "scheduled")
      .where((eb) => {
        const minutes = eb.selectFrom("minutes").select("state").whereRef("minutes.session_id", "=", "session.id");
        return eb.or([
          eb(minutes, "=", "circulated"),
          eb.and([
            eb.or([eb(minutes, "is", null), eb(minutes, "=", "draft")]),
            eb("session.ends_at", ">", lately),
            eb("session.starts_at", "<", now.toISOString()),
            eb.not(isNotOver(eb, now)),
          ]),
        ]);
      })
      .limit(MAX_SESSIONS),
  );
  const ids = sessions.map(({ id }) => id);
  if (ids.length === 0) return [];
  const records = await findRecordStates(db, ids);
  const relations = await relationsToSessions(db, actor, sessions);
  const undecided = await countUndecided(db, ids);
  const open: OpenMinutes[] = [];
  for (const session of sessions) {
    const record = records.get(session.id) ?? newRecord;
    const subject = { groupId: session.groupId, relations: relations.get(session.id) ?? [] };
    const writes = can(actor, "minutes.write", subject);
    const amendable = isAmendable(record, now);
    const mayAmend = amendable && !writes && (await hasAttended(db, actor, { session }));
    const toDecide = writes && record.state === "circulated" ? (undecided.get(session.id) ?? 0) : 0;
    const isReady = record.state === "circulated" && !amendable && toDecide === 0;
    const finalises = isReady && can(actor, "minutes.finalise", subject);
    const circulates = record.state === "draft" && can(actor, "minutes.circulate", subject);
    const next = finalises ? "finalise" : circulates ? "circulate" : null;
    if (mayAmend || toDecide > 0 || next) {
      open.push({ session, amendableUntil: mayAmend ? record.amendableUntil : null, toDecide, next });
    }
  }
  return open;
}

/** How many amendments of texts and decisions nobody has decided on, by session. */
async function countUndecided(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const texts = await db
    .selectFrom("minutes_amendment")
    .select(({ fn }) => ["session_id", fn.countAll<number | string>().as("n")])
    .where("session_id", "in", ids)
    .where("decision", "is", null)
    .groupBy("session_id")
    .execute();
  const decisions = await db
    .selectFrom("decision_amendment")
    .select(({ fn }) => ["session_id", fn.countAll<number | string>().as("n")])
    .where("session_id", "in", ids)
    .where("outcome", "is", null)
    .groupBy("session_id")
    .execute();
  const counts = new Map<string, number>();
  for (const { session_id, n } of [...texts, ...decisions]) {
    counts.set(session_id, (counts.get(session_id) ?? 0) + Number(n));
  }
  return counts;
}
