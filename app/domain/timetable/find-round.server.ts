import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import type { Answer } from "#app/domain/codes.ts";
import { findRoundFacts, isPast, type RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { roundValues } from "#app/domain/rounds/round-values.ts";
import { countUnanswered } from "#app/domain/sessions/answers/unanswered.server.ts";
import { findSessionsOfRound, type ListedSession } from "#app/domain/sessions/find-sessions.server.ts";
import { countPlanned } from "#app/domain/timetable/count-planned.server.ts";
import { findOwnAnswers } from "#app/domain/timetable/find-own-answers.server.ts";
import { type Coverage, findCoverage } from "#app/domain/timetable/find-uncovered.server.ts";
import { isEmptyRound } from "#app/domain/timetable/remove-round.server.ts";
import type { Db } from "#db/store.ts";

/** A round with its timetable. What it covers is for those who can schedule a session, else empty. */
export interface RoundOnPage extends RoundFacts, Coverage {
  isPast: boolean;
  /** Those that the actor sees, earliest first, cancelled ones too. */
  sessions: ListedSession[];
  /** How many have not answered, by session; empty for those who do not run it. */
  unanswered: ReadonlyMap<string, number>;
  /** The actor's answers, by session; null where one is asked for. */
  ownAnswers: ReadonlyMap<string, Answer | null>;
  /** Pairings that wait for a session; 0 for whoever does not plan. */
  planned: number;
  /** Only what nothing names can be removed. */
  may: { plan: boolean; schedule: boolean; remove: boolean };
  /** What the form shows. */
  stored: ReturnType<typeof roundValues>;
}

/** @throws NotFound */
export async function findRound(db: Db, actor: Actor, roundId: string, now: Date): Promise<RoundOnPage> {
  const round = await findRoundFacts(db, actor, roundId);
  const subject = { groupId: round.groupId };
  const schedules = can(actor, "session.schedule", subject);
  const past = isPast(round, now);
  const plans = can(actor, "round.plan", subject);
  const sessions = await findSessionsOfRound(db, actor, round.id);
  const seen = can(actor, "answers.view", subject) ? sessions.map(({ id }) => id) : [];
  return {
    ...round,
    isPast: past,
    sessions,
    unanswered: await countUnanswered(db, seen, now),
    ownAnswers: await findOwnAnswers(db, actor, sessions, now),
    ...(schedules ? await findCoverage(db, actor, round) : { delegations: null, uncovered: [] }),
    planned: plans && !past ? await countPlanned(db, round.id) : 0,
    may: { plan: plans, schedule: schedules && !past, remove: plans && (await isEmptyRound(db, round.id)) },
    stored: roundValues(round),
  };
}
