import type { Db } from "#db/store.ts";

/** How many pairings of a round wait for a session: planned, and not released yet. */
export async function countPlanned(db: Db, roundId: string): Promise<number> {
  const { planned } = await db
    .selectFrom("pairing")
    .select(({ fn }) => fn.countAll<number>().as("planned"))
    .where("pairing.round_id", "=", roundId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("session").select("session.id").whereRef("session.pairing_id", "=", "pairing.id"))),
    )
    .executeTakeFirstOrThrow();
  return Number(planned);
}
