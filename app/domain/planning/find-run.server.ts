import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import { type Conditions, findConditions } from "#app/domain/planning/find-conditions.server.ts";
import type { SingleChange } from "#app/domain/planning/single-changes.server.ts";
import type { Reason, Rule, Status } from "#app/planner/problem.ts";
import type { Db } from "#db/store.ts";

/** Why there is no timetable, as the planner says it: by ids and numbers of slots. */
export type PlanReason = Reason;

/** Something that cannot be kept together with others. */
export type PlanRule = Rule;

/** What the planner was asked for a round, and how far it is. */
export interface RunFacts {
  id: string;
  state: "running" | "done" | "failed";
  seconds: number;
  secondsLeft: number;
  /** Waits of the best timetable so far; null while there is none. */
  best: number | null;
  /** Proven: no timetable has fewer. */
  bound: number;
  /** The draft that came of it. */
  draftId: string | null;
  previousDraftId: string | null;
  /** Null until it has ended. */
  answer: { status: Status; reasons: PlanReason[] } | null;
  /** Single changes with which there would be a timetable; null while they are looked for. */
  changes: SingleChange[] | null;
}

/** Longest that changes are looked for, in milliseconds: later nobody looks any more. */
const LOOKED_FOR = 60_000;

/**
 * What the planner was asked for a round, for organisers of its group.
 * @throws NotFound, Forbidden
 */
export async function findRun(
  db: Db,
  actor: Actor,
  { roundId, runId }: { roundId: string; runId: string },
  now: Date,
): Promise<Conditions & { run: RunFacts }> {
  const conditions = await findConditions(db, actor, roundId);
  const row = await db
    .selectFrom("plan_run")
    .selectAll()
    .where("id", "=", runId)
    .where("round_id", "=", conditions.round.id)
    .executeTakeFirst();
  if (!row) throw new NotFound("run");
  const run: RunFacts = {
    id: row.id,
    state: row.state,
    seconds: row.seconds,
    secondsLeft: row.seconds_left,
    best: row.best,
    bound: row.bound,
    draftId: row.draft_id,
    previousDraftId: row.previous_draft_id,
    answer: row.answer === null ? null : (JSON.parse(row.answer) as NonNullable<RunFacts["answer"]>),
    changes: null,
  };
  const isOver = row.ended_at !== null && Date.parse(row.ended_at) + LOOKED_FOR < now.getTime();
  if (row.changes !== null) run.changes = JSON.parse(row.changes) as SingleChange[];
  else if (isOver) run.changes = [];
  return { ...conditions, run };
}
