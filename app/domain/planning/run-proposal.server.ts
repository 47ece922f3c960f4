import { findActor } from "#app/domain/access/find-actor.server.ts";
import { insertDraft } from "#app/domain/planning/change-drafts.server.ts";
import { type Conditions, findConditions } from "#app/domain/planning/find-conditions.server.ts";
import { asScheduled, findPlacements, type Placement, place } from "#app/domain/planning/placed.server.ts";
import { candidateChanges, type SingleChange, withChange } from "#app/domain/planning/single-changes.server.ts";
import { placementsOf, type RoundProblem, timetableProblem } from "#app/domain/planning/timetable-problem.server.ts";
import type { TimetableAnswer, TimetableProblem } from "#app/planner/problem.ts";
import type { Progress } from "#app/planner/solve.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** The planner, wherever it works. */
export type Solve = (
  problem: TimetableProblem,
  options: { seconds: number; onProgress?: (progress: Progress) => void; signal?: AbortSignal },
) => Promise<TimetableAnswer>;

/** How a run is told on its page while it lasts. */
const NOTE_EVERY = 700;

/**
 * Does what a run asks for: gives its problem to the planner, notes how far it is, and keeps the timetable as a draft,
 * or why there is none.
 * @param signal ends the search with the best so far
 */
export async function runProposal(
  store: Store,
  runId: string,
  { solve, signal, nameOf, now = () => new Date() }: RunParts,
): Promise<void> {
  const run = await store.read.selectFrom("plan_run").selectAll().where("id", "=", runId).executeTakeFirst();
  if (run?.state !== "running") return;
  const actor = await findActor(store.read, run.started_by);
  const conditions = await findConditions(store.read, actor, run.round_id);
  const asked = await problemOf(store.read, conditions, run, now());
  let noted = 0;
  let writing: Promise<unknown> = Promise.resolve();
  const onProgress = ({ best, bound, secondsLeft }: Progress) => {
    if (Date.now() - noted < NOTE_EVERY) return;
    noted = Date.now();
    const progress = { best, bound, seconds_left: Math.ceil(secondsLeft) };
    writing = writing.then(() => note(store, runId, progress));
  };
  const answer = await solve(asked.problem, { seconds: run.seconds, onProgress, signal });
  await writing;
  await writeTransaction(store, async (db) => {
    const draftId =
      answer.placements.length > 0 || asked.problem.meetings.length === 0
        ? await insertDraft(
            db,
            actor,
            { ...draftOf(asked, answer, conditions), name: nameOf(await countDrafts(db, run.round_id)) },
            now(),
          )
        : null;
    const { status, breaks, spread, notified, reasons } = answer;
    await db
      .updateTable("plan_run")
      .set({
        ...{ state: "done", draft_id: draftId, best: breaks, bound: answer.lowerBound, seconds_left: 0 },
        answer: JSON.stringify({ status, spread, notified, reasons }),
        ended_at: now().toISOString(),
      })
      .where("id", "=", runId)
      .execute();
  });
  if (answer.status !== "infeasible") return;
  const changes = await findWaysOut(store.read, conditions, run, { solve, signal, asked, answer, now: now() });
  await note(store, runId, { changes: JSON.stringify(changes) });
}

/** Seconds that each single change may be tried for. */
const TRIED_FOR = 1;

/** Single changes with which there is a timetable: each is tried, and what is not found out in time is not said. */
async function findWaysOut(
  db: Db,
  conditions: Conditions,
  run: RunRow,
  { solve, signal, asked, answer, now }: Pick<RunParts, "solve" | "signal"> & Tried,
): Promise<SingleChange[]> {
  const found: SingleChange[] = [];
  for (const change of candidateChanges(answer.reasons, conditions, asked.pinned)) {
    if (signal?.aborted) break;
    const loose = change.kind === "unpinned" ? change.pairing : null;
    const { problem } = await problemOf(db, withChange(conditions, change), run, now, loose);
    const { status } = await solve(problem, { seconds: TRIED_FOR, signal });
    if (status === "optimal" || status === "feasible") found.push(change);
  }
  return found;
}

interface Tried {
  asked: Awaited<ReturnType<typeof problemOf>>;
  answer: TimetableAnswer;
  now: Date;
}

type RunRow = Parameters<typeof problemOf>[2];

interface RunParts {
  solve: Solve;
  signal?: AbortSignal;
  /** What the draft is called that is made after so many others. */
  nameOf: (others: number) => string;
  now?: () => Date;
}

/** Notes that a run came to nothing, as when the server was stopped meanwhile. */
export async function failRuns(store: Store, ids: readonly string[] | "all", now: Date): Promise<void> {
  const left = store.read.selectFrom("plan_run").select("id").where("state", "=", "running").limit(1);
  if (!(await left.executeTakeFirst())) return;
  await writeTransaction(
    store,
    async (db) => {
      let runs = db.updateTable("plan_run").set({ state: "failed", ended_at: now.toISOString(), seconds_left: 0 });
      if (ids !== "all") runs = runs.where("id", "in", ids);
      await runs.where("state", "=", "running").execute();
    },
    { quiet: true },
  );
}

/**
 * The problem that a run asks about.
 * @param loose the pairing whose pin does not hold
 */
async function problemOf(
  db: Db,
  conditions: Conditions,
  run: { previous_draft_id: string | null; keeps: 0 | 1 },
  now: Date,
  loose: string | null = null,
): Promise<RoundProblem & { pinned: ReadonlySet<string> }> {
  const { pairings, round } = conditions;
  const scheduled = place(pairings, asScheduled(pairings), round.zone);
  const draft = run.previous_draft_id
    ? place(pairings, (await findPlacements(db, [run.previous_draft_id])).get(run.previous_draft_id) ?? [], round.zone)
    : null;
  const at = now.toISOString();
  const pinned = (draft ?? []).filter((one) => one.place?.pinned && one.pairing.id !== loose);
  const pins = new Set(pinned.map(({ pairing }) => pairing.id));
  const kept = scheduled.filter(
    (one) => one.place && !pins.has(one.pairing.id) && (run.keeps === 1 || one.place.startsAt <= at),
  );
  const previous = draft ?? (scheduled.some((one) => one.place) ? scheduled : null);
  return { ...timetableProblem(conditions, { fixed: [...pinned, ...kept], previous, now }), pinned: pins };
}

function draftOf(
  { outside, pinned }: { outside: Placement[]; pinned: ReadonlySet<string> },
  answer: TimetableAnswer,
  conditions: Conditions,
) {
  const placements = [...placementsOf(answer, conditions, pinned), ...outside];
  return { round: conditions.round, proven: answer.status === "optimal", byHand: false, placements };
}

async function countDrafts(db: Db, roundId: string): Promise<number> {
  const { count } = await db
    .selectFrom("plan_draft")
    .select(({ fn }) => fn.countAll<number | string>().as("count"))
    .where("round_id", "=", roundId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function note(
  store: Store,
  runId: string,
  progress: { best: number | null; bound: number; seconds_left: number } | { changes: string },
): Promise<void> {
  await writeTransaction(
    store,
    async (db) => {
      await db.updateTable("plan_run").set(progress).where("id", "=", runId).execute();
    },
    { quiet: true },
  );
}
