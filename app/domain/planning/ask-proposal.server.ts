import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { refuseMoreDrafts } from "#app/domain/planning/change-drafts.server.ts";
import { findPlan } from "#app/domain/planning/find-plan.server.ts";
import { sure } from "#app/sure.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

export interface AskProposal {
  roundId: string;
  /** The draft whose pins hold and from which as little as possible is to change. */
  previousDraftId: string | null;
  /** Sessions that are scheduled stay where they are. */
  keeps: boolean;
  /** How long the planner may search. */
  seconds: number;
}

/**
 * Asks the planner for a timetable of a round. It begins when it is told to by `runProposal`.
 * @throws NotFound, Forbidden, Refused while there is nothing to place
 */
export async function askProposal(
  store: Store,
  actor: Actor,
  { roundId, previousDraftId, keeps, seconds }: AskProposal,
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { round, pairings, grid } = await findPlan(db, actor, roundId);
    if (pairings.length === 0) throw new Refused({ key: "plan.nothingToPlace" });
    if (grid.slots.length === 0) throw new Refused({ key: "availability.noSlots" });
    if (previousDraftId !== null) {
      const draft = db.selectFrom("plan_draft").select("id").where("id", "=", previousDraftId);
      if (!(await draft.where("round_id", "=", round.id).executeTakeFirst())) throw new NotFound("draft");
    }
    await refuseMany(db, round.groupId);
    await refuseMoreDrafts(db, round.id);
    const id = newId();
    await db
      .insertInto("plan_run")
      .values({
        ...{ id, round_id: round.id, previous_draft_id: previousDraftId, keeps: keeps ? 1 : 0, seconds },
        ...{ seconds_left: seconds, started_by: sure(actor.accountId), started_at: now.toISOString() },
      })
      .execute();
    const details = { run: id, pairings: pairings.length };
    await recordEvent(db, actor, "plan.proposed", { id: round.id, group_id: round.groupId }, details, now);
    return { id };
  });
}

/** So many proposals of one group may wait: the planner works for all groups, on one after the other. */
const MOST_WAITING = 3;

async function refuseMany(db: Db, groupId: string): Promise<void> {
  const { waiting } = await db
    .selectFrom("plan_run")
    .innerJoin("round", "round.id", "plan_run.round_id")
    .select(({ fn }) => fn.countAll<number | string>().as("waiting"))
    .where("round.group_id", "=", groupId)
    .where("plan_run.state", "=", "running")
    .executeTakeFirstOrThrow();
  if (Number(waiting) >= MOST_WAITING) throw new Refused({ key: "plan.tooManyProposals" });
}
