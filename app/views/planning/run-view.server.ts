import type { findRun, RunFacts } from "#app/domain/planning/find-run.server.ts";
import { type PlannedRound, plannedRound } from "#app/views/planning/frame-view.server.ts";
import { changeText, type ReasonView, reasonView } from "#app/views/planning/reason-text.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** How far the planner is, or what came of it. */
export interface RunView extends Pick<RunFacts, "seconds" | "secondsLeft" | "best" | "bound" | "previousDraftId"> {
  round: PlannedRound;
  state: "running" | "failed" | "unknown" | "impossible" | "found";
  reasons: ReasonView[];
  /** Single changes with which there would be a timetable. */
  changes: string[];
  /** It goes on: the page is to look again. */
  isLooking: boolean;
}

/** Writes how far the planner is, or why there is no timetable. */
export function runView(found: Awaited<ReturnType<typeof findRun>>, viewer: Viewer): RunView {
  const { run, round } = found;
  const { seconds, secondsLeft, best, bound, previousDraftId, answer } = run;
  const ended = run.draftId ? "found" : answer?.status === "infeasible" ? "impossible" : "unknown";
  const state = run.state === "done" ? ended : run.state;
  return {
    ...{ seconds, secondsLeft, best, bound, previousDraftId },
    round: plannedRound(round, viewer),
    state,
    isLooking: state === "running" || (state === "impossible" && run.changes === null),
    reasons: (answer?.reasons ?? []).map((reason) => reasonView(reason, found, viewer)),
    changes: (run.changes ?? []).map((change) => changeText(change, found, viewer)),
  };
}
