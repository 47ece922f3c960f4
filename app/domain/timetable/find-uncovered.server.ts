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

/** Whether a round has a session with each delegation. */
export interface Coverage {
  /** How many have members in the group; null where the format of the round asks for no session with each. */
  delegations: number | null;
  /** Those of them without a session. */
  uncovered: UncoveredDelegation[];
}

/** Which delegations with members in the group have no session in the round. Formats other than bilateral need none. */
export async function findCoverage(db: Db, actor: Actor, round: RoundFacts): Promise<Coverage> {
  if (round.format === "online-plenary" || round.format === "on-site") return { delegations: null, uncovered: [] };
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
  const delegations = beneficiaries
    .map((one) => ({ ...one, members: members.find((row) => row.beneficiary_id === one.id)?.n ?? 0 }))
    .filter(({ members: count }) => count > 0);
  return { delegations: delegations.length, uncovered: delegations.filter(({ id }) => !held.has(id)) };
}
