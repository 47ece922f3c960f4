import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { ContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import { findCaptures } from "#app/domain/knowledge/find-captures.server.ts";
import { type ActionPoint, findActionsOf } from "#app/domain/minutes/find-action-points.server.ts";
import { type Attendance, findAttendance } from "#app/domain/minutes/find-attendance.server.ts";
import { findMinutes, type Minutes } from "#app/domain/minutes/find-minutes.server.ts";
import { type RoundFacts, readRoundFacts, roundsVisibleTo } from "#app/domain/rounds/round-facts.server.ts";
import { findSessionsOfRound } from "#app/domain/sessions/find-sessions.server.ts";
import type { Db } from "#db/store.ts";

/** All that remains of a session, as far as the actor sees it. */
export interface SessionRecord {
  minutes: Minutes;
  attendance: Attendance;
  actions: ActionPoint[];
  captures: ContributionFacts[];
}

/**
 * The whole record of a session.
 * @throws NotFound
 */
export async function findRecord(db: Db, actor: Actor, sessionId: string, now: Date): Promise<SessionRecord> {
  return {
    minutes: await findMinutes(db, actor, sessionId, now),
    attendance: await findAttendance(db, actor, sessionId, now),
    actions: await findActionsOf(db, actor, [sessionId]),
    captures: await findCaptures(db, actor, sessionId),
  };
}

/**
 * The records of a round: of its sessions that have begun, whose minutes the actor reads.
 * @throws NotFound
 */
export async function findRoundRecords(
  db: Db,
  actor: Actor,
  roundId: string,
  now: Date,
): Promise<{ round: RoundFacts; records: SessionRecord[] }> {
  const [round] = await readRoundFacts(roundsVisibleTo(db, actor).where("round.id", "=", roundId));
  if (!round) throw new NotFound("round");
  const records: SessionRecord[] = [];
  for (const session of await findSessionsOfRound(db, actor, roundId)) {
    if (session.cancelled || session.startsAt > now.toISOString()) continue;
    const record = await findRecord(db, actor, session.id, now);
    if (record.minutes.isShown) records.push(record);
  }
  return { round, records };
}
