import { askProposal } from "#app/domain/planning/ask-proposal.server.ts";
import { findConditions } from "#app/domain/planning/find-conditions.server.ts";
import { findRun } from "#app/domain/planning/find-run.server.ts";
import { timetableProblem } from "#app/domain/planning/timetable-problem.server.ts";
import type { TimetableProblem } from "#app/planner/problem.ts";
import type { Installation } from "#app/server/installation.server.ts";
import { sure } from "#app/sure.ts";
import type { LargeRounds } from "#tests/bench/sessions/large-rounds.ts";
import { heading, line, milliseconds } from "#tests/bench/sessions/table.ts";

/** Longest that the planner may search, in seconds. */
const SECONDS = 20;

/**
 * Asks for a timetable as the page does, and waits for its draft. Beside it: each session at the first slot in which
 * its people are free, which is what a hurried organiser does, and how long nobody has to wait in it.
 * @returns the draft
 */
export async function propose(installation: Installation, { planned, people, actor }: LargeRounds): Promise<string> {
  const { store, proposals } = installation;
  const organiser = await actor(people.organiser);
  const conditions = await findConditions(store.read, organiser, planned);
  const { problem } = timetableProblem(conditions, { fixed: [], previous: null, now: new Date() });
  const [, firstFit] = await milliseconds(async () => placeFirst(problem));
  const asked = { roundId: planned, previousDraftId: null, keeps: false, seconds: SECONDS };
  const [run, took] = await milliseconds(async () => {
    const { id } = await askProposal(store, organiser, asked);
    proposals.begin(id);
    await proposals.ended(id, (SECONDS + 10) * 1000);
    return (await findRun(store.read, organiser, { roundId: planned, runId: id }, new Date())).run;
  });
  heading("proposing a timetable", "ms", "placed", "breaks", "proven");
  const { placed, breaks } = placeFirst(problem);
  line("first slot that fits", firstFit.toFixed(1), placed, breaks, "");
  line("Zbornik", took.toFixed(0), problem.meetings.length, run.best ?? "", run.answer?.status ?? run.state);
  return sure(run.draftId);
}

/** Places each meeting at the first slot in which none of its people has one. */
function placeFirst({ slots, meetings }: TimetableProblem): { placed: number; breaks: number } {
  const taken = new Map<string, Set<number>>();
  let placed = 0;
  for (const { people } of meetings) {
    const isFree = (slot: number) => people.every((person) => !taken.get(person)?.has(slot));
    let slot = 1;
    while (slot <= slots && !isFree(slot)) slot++;
    if (slot > slots) continue;
    placed++;
    for (const person of people) taken.set(person, (taken.get(person) ?? new Set()).add(slot));
  }
  return { placed, breaks: [...taken.values()].reduce((sum, busy) => sum + gaps(busy), 0) };
}

function gaps(busy: ReadonlySet<number>): number {
  const sorted = [...busy].sort((a, b) => a - b);
  return sorted.filter((slot, at) => at > 0 && slot > (sorted[at - 1] ?? slot) + 1).length;
}
