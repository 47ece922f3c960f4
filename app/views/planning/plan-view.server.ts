import type { Clash } from "#app/domain/planning/clashes.server.ts";
import type { AvailabilityOverview } from "#app/domain/planning/find-availability.server.ts";
import type { Conditions } from "#app/domain/planning/find-conditions.server.ts";
import type { JudgedDraft } from "#app/domain/planning/find-drafts.server.ts";
import { foresee } from "#app/domain/planning/foresee.server.ts";
import { type DraftInList, draftInList } from "#app/views/planning/draft-view.server.ts";
import { type FrameView, frameView, type PlannedRound, plannedRound } from "#app/views/planning/frame-view.server.ts";
import { type PairingInList, pairingInList } from "#app/views/planning/pairing-in-list.server.ts";
import { type ForeseenView, foreseenView } from "#app/views/planning/reason-text.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What a round is planned with. */
export interface PlanView {
  round: PlannedRound;
  pairings: PairingInList[];
  frame: FrameView;
  /** How many people there are in the plan, and how many of them have said when they cannot. */
  people: number;
  answered: number;
  drafts: DraftInList[];
  foreseen: ForeseenView | null;
}

/** Writes what a round is planned with. */
export function planView(
  plan: AvailabilityOverview & { clashes: readonly Clash[]; drafts: readonly JudgedDraft[] },
  conditions: Conditions,
  now: Date,
  viewer: Viewer,
): PlanView {
  return {
    round: plannedRound(plan.round, viewer),
    pairings: plan.pairings.map((pairing) => pairingInList(pairing, plan.clashes, viewer)),
    frame: frameView(plan, viewer),
    drafts: plan.drafts.map((draft) => draftInList(draft, viewer)),
    foreseen: foreseenView(foresee(conditions, now), conditions, viewer),
    people: plan.people.length,
    answered: plan.people.filter(({ answer }) => answer?.answeredAt).length,
  };
}
