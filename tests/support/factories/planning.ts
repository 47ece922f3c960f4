import { newId } from "#app/domain/identity.server.ts";
import type { Db } from "#db/store.ts";
import { type Given, THEN } from "#tests/support/factories/given.ts";

/** A draft of a round, with where it has pairings. @returns its id */
export async function aDraft(
  db: Db,
  given: Given<"plan_draft", "round_id" | "created_by"> & {
    placements?: readonly { pairing_id: string; wall_date: string; wall_time: string }[];
  },
): Promise<string> {
  const { placements = [], ...said } = given;
  const row = { ...{ id: newId(), name: "1", created_at: THEN, updated_at: THEN }, ...said };
  await db.insertInto("plan_draft").values(row).execute();
  for (const placement of placements) {
    await db
      .insertInto("plan_placement")
      .values({ draft_id: row.id, ...placement })
      .execute();
  }
  return row.id;
}

/** What the planner was asked for a round: it has found that there is no timetable. @returns its id */
export async function aRun(db: Db, given: Given<"plan_run", "round_id" | "started_by">): Promise<string> {
  const answer = JSON.stringify({ status: "infeasible", reasons: [{ kind: "exhausted" }] });
  const row = {
    ...{ id: newId(), seconds: 10, seconds_left: 0, state: "done" as const, answer },
    ...{ started_at: THEN, ended_at: THEN, ...given },
  };
  await db.insertInto("plan_run").values(row).execute();
  return row.id;
}

/** A plenary of an hour that waits for its session. @returns its id */
export async function aPairing(db: Db, given: Given<"pairing", "round_id">): Promise<string> {
  const row = { id: newId(), minutes: 60, language: "en", created_at: THEN, ...given };
  await db.insertInto("pairing").values(row).execute();
  return row.id;
}

/** That somebody was asked when they cannot, and has not said it. */
export async function anAvailabilityQuestion(
  db: Db,
  given: Given<"availability_answer", "round_id" | "account_id" | "asked_by">,
): Promise<void> {
  const row = { asked_at: THEN, answered_at: null, answered_by: null, ...given };
  await db.insertInto("availability_answer").values(row).execute();
}
