import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { type BeneficiaryFacts, findBeneficiaryFacts } from "#app/domain/programme/beneficiary-facts.server.ts";
import type { RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { findDelegationsHeld } from "#app/domain/sessions/find-sessions.server.ts";
import { sure } from "#app/sure.ts";
import type { Db } from "#db/store.ts";

/** A delegation for which a round has nothing yet. */
export interface UncoveredDelegation extends BeneficiaryFacts {
  members: number;
}

/** Delegations with members in the group and no session in the round. Formats other than bilateral need none. */
export async function findUncovered(db: Db, actor: Actor, round: RoundFacts): Promise<UncoveredDelegation[]> {
  if (round.format === "online-plenary" || round.format === "on-site") return [];
  const members = await db
    .selectFrom("membership")
    .select(({ fn }) => ["beneficiary_id", fn.countAll<number>().as("n")])
    .where("group_id", "=", round.groupId)
    .where("role", "=", "participant")
    .where("ended_at", "is", null)
    .groupBy("beneficiary_id")
    .execute();
  const held = new Set(await findDelegationsHeld(db, round.id));
  const beneficiaries = await findBeneficiaryFacts(db, sure(membershipIn(actor, round.groupId)).programmeId);
  return beneficiaries
    .map((one) => ({ ...one, members: members.find((row) => row.beneficiary_id === one.id)?.n ?? 0 }))
    .filter(({ id, members: count }) => count > 0 && !held.has(id));
}
