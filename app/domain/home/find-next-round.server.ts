import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { type RoundFacts, readRoundFacts, roundsVisibleTo } from "#app/domain/rounds/round-facts.server.ts";
import { countUnanswered } from "#app/domain/sessions/answers/unanswered.server.ts";
import { findSessionsOfRound } from "#app/domain/sessions/find-sessions.server.ts";
import { type Coverage, findCoverage } from "#app/domain/timetable/find-uncovered.server.ts";
import type { Db } from "#db/store.ts";

/** The next round of a group, for those who plan it. */
export interface NextRound extends RoundFacts, Coverage {
  /** How many answers to invitations into its sessions are missing. */
  unanswered: number;
}

/** The round of a group that goes on or comes next, with the delegations it has no session for. */
export async function findNextRound(db: Db, actor: Actor, groupId: string, now: Date): Promise<NextRound | null> {
  if (!can(actor, "round.plan", { groupId })) return null;
  const coming = roundsVisibleTo(db, actor)
    .where("round.group_id", "=", groupId)
    // Close enough across zones: a round that ended today somewhere is worth a last look.
    .where("round.ends_on", ">=", now.toISOString().slice(0, 10))
    .limit(1);
  const [round] = await readRoundFacts(coming);
  if (!round) return null;
  const sessions = await findSessionsOfRound(db, actor, round.id);
  const missing = await countUnanswered(
    db,
    sessions.map(({ id }) => id),
    now,
  );
  const unanswered = [...missing.values()].reduce((sum, n) => sum + n, 0);
  return { ...round, ...(await findCoverage(db, actor, round)), unanswered };
}
