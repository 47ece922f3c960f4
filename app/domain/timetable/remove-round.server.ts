import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { findRoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Removes a round that was planned by mistake: one that never had a session and in which nothing was captured.
 * @throws NotFound, Forbidden, Refused
 */
export async function removeRound(
  store: Store,
  actor: Actor,
  { roundId }: { roundId: string },
  now: Date = new Date(),
): Promise<null> {
  return writeTransaction(store, async (db) => {
    const { id, groupId, startsOn, endsOn } = await findRoundFacts(db, actor, roundId);
    authorise(actor, "round.plan", { groupId });
    if (!(await isEmptyRound(db, id))) throw new Refused({ key: "rounds.notEmpty" });
    await db.deleteFrom("round").where("id", "=", id).execute();
    await recordEvent(db, actor, "round.removed", { id, group_id: groupId }, { startsOn, endsOn }, now);
    return null;
  });
}

/** Whether nothing names a round: no session, cancelled ones included, no pairing and no contribution. */
export async function isEmptyRound(db: Db, roundId: string): Promise<boolean> {
  for (const table of ["session", "pairing", "contribution"] as const) {
    const named = db.selectFrom(table).select("id").where("round_id", "=", roundId).limit(1);
    if (await named.executeTakeFirst()) return false;
  }
  return true;
}
