import type { Actor } from "#app/domain/access/actor.ts";
import { type RoundFacts, readRoundFacts, roundsVisibleTo } from "#app/domain/rounds/round-facts.server.ts";
import type { Db } from "#db/store.ts";

/**
 * Rounds to come of which the actor was asked when they cannot, and has not said it; soonest first. Once all pairings
 * of a round are scheduled, it is not asked about any more: who cannot then answers the invitation.
 */
export async function findAskedRounds(db: Db, actor: Actor, now: Date): Promise<RoundFacts[]> {
  return readRoundFacts(askedRounds(db, actor, now));
}

/** The same as a query, to be counted. */
export function askedRounds(db: Db, actor: Actor, now: Date) {
  return roundsVisibleTo(db, actor)
    .where("round.ends_on", ">=", now.toISOString().slice(0, 10))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("pairing")
          .leftJoin("session", "session.pairing_id", "pairing.id")
          .select("pairing.id")
          .whereRef("pairing.round_id", "=", "round.id")
          .where("session.id", "is", null),
      ),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("availability_answer")
          .select("availability_answer.round_id")
          .whereRef("availability_answer.round_id", "=", "round.id")
          .where("availability_answer.account_id", "=", actor.accountId ?? "")
          .where("availability_answer.asked_at", "is not", null)
          .where("availability_answer.answered_at", "is", null),
      ),
    );
}
