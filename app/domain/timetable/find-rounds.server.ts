import type { Actor } from "#app/domain/access/actor.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import { isPast, type RoundFacts, readRoundFacts, roundsVisibleTo } from "#app/domain/rounds/round-facts.server.ts";
import type { Db } from "#db/store.ts";

/** A round in a list. */
export interface ListedRound extends RoundFacts {
  /** Scheduled sessions that the actor sees. */
  sessions: number;
}

/**
 * The rounds of a group: those whose last day is not over in their zone, soonest first, and the others, newest first.
 */
export async function findRounds(
  db: Db,
  actor: Actor,
  groupId: string,
  now: Date,
): Promise<{ upcoming: ListedRound[]; past: ListedRound[] }> {
  const rounds = await readRoundFacts(roundsVisibleTo(db, actor).where("round.group_id", "=", groupId));
  const counts = await sessionsVisibleTo(db, actor)
    .select(({ fn }) => ["session.round_id", fn.countAll<number>().as("n")])
    .where("session.group_id", "=", groupId)
    .where("session.status", "=", "scheduled")
    .groupBy("session.round_id")
    .execute();
  const listed = rounds.map((round) => ({
    ...round,
    sessions: counts.find(({ round_id }) => round_id === round.id)?.n ?? 0,
  }));
  return {
    upcoming: listed.filter((round) => !isPast(round, now)),
    past: listed.filter((round) => isPast(round, now)).reverse(),
  };
}
