import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import { hasAttended } from "#app/domain/minutes/find-minutes.server.ts";
import { isAmendable } from "#app/domain/minutes/minutes-state.ts";
import { openRecord } from "#app/domain/minutes/open-record.server.ts";
import { isNotOver } from "#app/domain/sessions/last-step.server.ts";
import { readSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
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
  const open: OpenMinutes[] = [];
  for (const { id } of sessions) {
    const one = await openTo(db, actor, id, now);
    if (one.amendableUntil || one.toDecide > 0 || one.next) open.push(one);
  }
  return open;
}

async function openTo(db: Db, actor: Actor, sessionId: string, now: Date): Promise<OpenMinutes> {
  const opened = await openRecord(db, actor, sessionId);
  const { session, record, subject } = opened;
  const writes = can(actor, "minutes.write", subject);
  const amendable = isAmendable(record, now);
  const mayAmend = amendable && !writes && (await hasAttended(db, actor, opened));
  const toDecide = writes && record.state === "circulated" ? await countUndecided(db, sessionId) : 0;
  const isReady = record.state === "circulated" && !amendable && toDecide === 0;
  const finalises = isReady && can(actor, "minutes.finalise", subject);
  const circulates = record.state === "draft" && can(actor, "minutes.circulate", subject);
  return {
    session,
    amendableUntil: mayAmend ? record.amendableUntil : null,
    toDecide,
    next: finalises ? "finalise" : circulates ? "circulate" : null,
  };
}

/** Amendments of texts and decisions of a session that nobody has decided on. */
async function countUndecided(db: Db, sessionId: string): Promise<number> {
  const texts = await db
    .selectFrom("minutes_amendment")
    .select(({ fn }) => fn.countAll<number | string>().as("n"))
    .where("session_id", "=", sessionId)
    .where("decision", "is", null)
    .executeTakeFirstOrThrow();
  const decisions = await db
    .selectFrom("decision_amendment")
    .select(({ fn }) => fn.countAll<number | string>().as("n"))
    .where("session_id", "=", sessionId)
    .where("outcome", "is", null)
    .executeTakeFirstOrThrow();
  return Number(texts.n) + Number(decisions.n);
}
