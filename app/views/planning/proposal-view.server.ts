import type { Conditions } from "#app/domain/planning/find-conditions.server.ts";
import type { JudgedDraft } from "#app/domain/planning/find-drafts.server.ts";
import { foresee } from "#app/domain/planning/foresee.server.ts";
import { draftName } from "#app/views/planning/draft-view.server.ts";
import { plannedRound } from "#app/views/planning/frame-view.server.ts";
import { foreseenView } from "#app/views/planning/reason-text.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** How long the planner searches unless somebody says otherwise, in seconds. */
const USUAL_SECONDS = 10;

/** Writes the form that asks for a timetable. @param previous the draft to begin from, if it is one of the round */
export function proposalView(
  conditions: Conditions,
  drafts: readonly JudgedDraft[],
  { previous, now }: { previous: string | null; now: Date },
  viewer: Viewer,
) {
  const known = drafts.find(({ id }) => id === previous);
  return {
    round: plannedRound(conditions.round, viewer),
    foreseen: foreseenView(foresee(conditions, now), conditions, viewer),
    drafts: drafts.map((draft) => ({ id: draft.id, name: draftName(draft, viewer) })),
    stored: {
      previousDraftId: known?.id ?? "",
      ...(known ? {} : { keeps: "on" }),
      seconds: String(USUAL_SECONDS),
    } as Record<string, string>,
  };
}
