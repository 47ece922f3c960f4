import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/store.ts";

/** Rounds of the groups that the actor belongs to. Every read of a round starts here. */
export function roundsVisibleTo(db: Db, actor: Actor) {
  const groups = actor.accountId ? actor.memberships.map(({ groupId }) => groupId) : [];
  return db.selectFrom("round").where("round.group_id", "in", groups);
}

/**
 * The row of a round that the actor sees, for deeds.
 * @throws NotFound
 */
export async function findVisibleRound(db: Db, actor: Actor, roundId: string) {
  const round = await roundsVisibleTo(db, actor).selectAll("round").where("round.id", "=", roundId).executeTakeFirst();
  if (!round) throw new NotFound("round");
  return round;
}
