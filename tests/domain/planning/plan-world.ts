import type { Actor } from "#app/domain/access/actor.ts";
import { type AddPairings, addPairings } from "#app/domain/planning/add-pairings.server.ts";
import { type AskProposal, askProposal } from "#app/domain/planning/ask-proposal.server.ts";
import { type DraftOnPage, findDraft } from "#app/domain/planning/find-drafts.server.ts";
import { findRun } from "#app/domain/planning/find-run.server.ts";
import { runProposal, type Solve } from "#app/domain/planning/run-proposal.server.ts";
import { solveTimetable } from "#app/planner/solve.ts";
import { sure } from "#app/sure.ts";
import type { Store } from "#db/store.ts";
import { now, type SessionWorld, sessionWorld } from "#tests/domain/sessions/session-world.ts";

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

/** The planner in this thread, for so long that it proves what it finds in a small world. */
export const solve: Solve = async (problem, { seconds }) => solveTimetable(problem, { seconds });

/** Asks for a timetable and waits for it. @returns the run */
export async function propose(w: PlanWorld, other: Partial<AskProposal> = {}, at = now) {
  const asked = { roundId: w.roundId, previousDraftId: null, keeps: true, seconds: 2, ...other };
  const { id } = await askProposal(w.store, w.organiser, asked, at);
  await runProposal(w.store, id, { solve, nameOf: (others) => String(others + 1), now: () => at });
  return findRun(w.store.read, w.organiser, { roundId: w.roundId, runId: id }, at);
}

/** A draft of a proposal, with all that its page shows. */
export async function proposedDraft(w: PlanWorld, other: Partial<AskProposal> = {}, at = now): Promise<DraftOnPage> {
  const { run } = await propose(w, other, at);
  return findDraft(w.store.read, w.organiser, { roundId: w.roundId, draftId: sure(run.draftId) }, at);
}

/** Where a draft has its pairings: "al 2026-11-04 09:00". */
export function timesOf({ draft }: DraftOnPage): string[] {
  return draft.placed.map(({ pairing, place }) => `${pairing.beneficiary?.code ?? "all"} ${place?.day} ${place?.time}`);
}
