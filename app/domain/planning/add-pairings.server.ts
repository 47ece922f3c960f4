import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { MAX_PAIRINGS } from "#app/domain/planning/plan-limits.ts";
import { checkPairing, type PairingFields, writePeople } from "#app/domain/planning/write-pairing.server.ts";
import { findRoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { checkJoinLink } from "#app/domain/sessions/join-link.ts";
import { type Store, writeTransaction } from "#db/store.ts";

export interface AddPairings extends PairingFields {
  roundId: string;
  /** With whom, one pairing each; null for a plenary. */
  beneficiaryIds: readonly (string | null)[];
  /** The link of each, in the same order; default: `joinLink` for all. */
  joinLinks?: readonly (string | null)[];
}

/**
 * Adds pairings to a round: who must meet, before it is known when. Nobody is told.
 * @throws NotFound, Forbidden, Refused
 */
export async function addPairings(
  store: Store,
  actor: Actor,
  { roundId, beneficiaryIds, joinLinks, ...fields }: AddPairings,
  now: Date = new Date(),
): Promise<{ ids: string[] }> {
  return writeTransaction(store, async (db) => {
    const round = await findRoundFacts(db, actor, roundId);
    authorise(actor, "round.plan", { groupId: round.groupId });
    const { count } = await db
      .selectFrom("pairing")
      .select(({ fn }) => fn.countAll<number | string>().as("count"))
      .where("round_id", "=", round.id)
      .executeTakeFirstOrThrow();
    if (Number(count) + beneficiaryIds.length > MAX_PAIRINGS) {
      throw new Refused({ key: "plan.tooManyPairings", params: { most: MAX_PAIRINGS } });
    }
    for (const link of joinLinks ?? []) checkJoinLink(link, "joinLinks");
    const ids: string[] = [];
    for (const [at, beneficiaryId] of beneficiaryIds.entries()) {
      const own = joinLinks ? { ...fields, joinLink: joinLinks[at] ?? null } : fields;
      const { columns, parts } = await checkPairing(db, round, beneficiaryId, own);
      const id = newId();
      const belongs = { id, round_id: round.id, beneficiary_id: beneficiaryId, created_at: now.toISOString() };
      await db
        .insertInto("pairing")
        .values({ ...belongs, ...columns })
        .execute();
      await writePeople(db, id, parts);
      const details = { roundId: round.id, people: parts.size };
      await recordEvent(db, actor, "pairing.added", { id, group_id: round.groupId }, details, now);
      ids.push(id);
    }
    return { ids };
  });
}
