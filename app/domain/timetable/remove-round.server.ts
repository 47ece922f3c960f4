import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { findRoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** What goes with a round: what was planned of it, and what people said of when they cannot. */
export interface GoesWithRound {
  pairings: number;
  drafts: number;
  /** People who were asked when they cannot, or have said it. */
  asked: number;
}

/**
 * Removes a round that was planned by mistake: one that never had a session and in which nothing was captured. Its plan
 * goes with it: who was to meet whom, drafts, and when people cannot.
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
    await db.deleteFrom("pairing").where("round_id", "=", id).execute();
    await db.deleteFrom("round").where("id", "=", id).execute();
    await recordEvent(db, actor, "round.removed", { id, group_id: groupId }, { startsOn, endsOn }, now);
    return null;
  });
}

/** How much goes with a round. */
export async function findWhatGoes(db: Db, roundId: string): Promise<GoesWithRound> {
  const count = async (table: "pairing" | "plan_draft" | "availability_answer") => {
    const { rows } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number | string>().as("rows"))
      .where("round_id", "=", roundId)
      .executeTakeFirstOrThrow();
    return Number(rows);
  };
  const [pairings, drafts] = [await count("pairing"), await count("plan_draft")];
  return { pairings, drafts, asked: await count("availability_answer") };
}

/** Whether nothing that happened names a round: no session, cancelled ones included, and no contribution. */
export async function isEmptyRound(db: Db, roundId: string): Promise<boolean> {
  for (const table of ["session", "contribution"] as const) {
    const named = db.selectFrom(table).select("id").where("round_id", "=", roundId).limit(1);
    if (await named.executeTakeFirst()) return false;
  }
  return true;
}
