import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { findPairings, type PairingFacts } from "#app/domain/planning/pairing-facts.server.ts";
import { findPlanSettings, type PlanSettings } from "#app/domain/planning/plan-settings.server.ts";
import { type SlotGrid, slotsOf } from "#app/domain/planning/slots.server.ts";
import { findRoundFacts, type RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import type { Db } from "#db/store.ts";

/** What a round is planned with. */
export interface PlanFacts {
  round: RoundFacts;
  settings: PlanSettings;
  grid: SlotGrid;
  pairings: PairingFacts[];
}

/**
 * What a round is planned with, for organisers of its group.
 * @throws NotFound, Forbidden
 */
export async function findPlan(db: Db, actor: Actor, roundId: string): Promise<PlanFacts> {
  const round = await findRoundFacts(db, actor, roundId);
  authorise(actor, "round.plan", { groupId: round.groupId });
  const settings = await findPlanSettings(db, round);
  return { round, settings, grid: slotsOf(settings, round.zone), pairings: await findPairings(db, actor, round) };
}
