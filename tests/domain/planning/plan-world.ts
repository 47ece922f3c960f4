import type { Actor } from "#app/domain/access/actor.ts";
import { type AddPairings, addPairings } from "#app/domain/planning/add-pairings.server.ts";
import type { Store } from "#db/store.ts";
import { type SessionWorld, sessionWorld } from "#tests/domain/sessions/session-world.ts";

export interface PlanWorld extends SessionWorld {
  participant: Actor;
}

/** The world of sessions with a participant who asks what only organisers may. */
export async function planWorld(store: Store): Promise<PlanWorld> {
  const w = await sessionWorld(store);
  return { ...w, participant: await w.actor(w.people.participantBa) };
}

/** One pairing with each delegation that has members, unless told otherwise. */
export function pairingsInput(w: PlanWorld, other: Partial<AddPairings> = {}): AddPairings {
  return {
    ...{ roundId: w.roundId, beneficiaryIds: [w.beneficiaries.al, w.beneficiaries.ba] },
    ...{ minutes: 60, language: "bs", joinLink: null, attribution: "beneficiary" },
    ...{ consultantIds: [w.people.consultant], interpreterId: w.interpreter, templateId: null },
    ...other,
  };
}

export async function pair(w: PlanWorld, other: Partial<AddPairings> = {}, now?: Date): Promise<string[]> {
  return (await addPairings(w.store, w.organiser, pairingsInput(w, other), now)).ids;
}
