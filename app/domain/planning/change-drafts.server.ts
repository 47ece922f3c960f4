import type { Actor } from "#app/domain/access/actor.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { type DraftOnPage, findDraft } from "#app/domain/planning/find-drafts.server.ts";
import { findPlacements, type Placement, writePlacements } from "#app/domain/planning/placed.server.ts";
import { MAX_DRAFTS } from "#app/domain/planning/plan-limits.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import { sure } from "#app/sure.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

interface DraftId {
  roundId: string;
  draftId: string;
}

/** What a new draft is made of. */
export interface NewDraft {
  round: { id: string; groupId: string };
  name: string;
  proven: boolean;
  /** It is not what the planner found, and is said to be made by hand from its first revision on. */
  byHand: boolean;
  placements: readonly Placement[];
}

/** Writes a new draft, in the transaction of what made it. */
export async function insertDraft(
  db: Db,
  actor: Pick<Actor, "accountId">,
  { round, name, proven, byHand, placements }: NewDraft,
  now: Date,
): Promise<string> {
  const id = newId();
  const at = now.toISOString();
  await db
    .insertInto("plan_draft")
    .values({
      ...{ id, round_id: round.id, name, proven: proven ? 1 : 0, revision: byHand ? 2 : 1 },
      ...{ created_by: sure(actor.accountId), created_at: at, updated_at: at },
    })
    .execute();
  await writePlacements(db, id, placements);
  const details = { roundId: round.id, pairings: placements.length };
  await recordEvent(db, actor, "draft.made", { id, group_id: round.groupId }, details, now);
  return id;
}

/**
 * Copies a draft under another name, to change one and keep the other.
 * @throws NotFound, Forbidden, Refused
 */
export async function copyDraft(
  store: Store,
  actor: Actor,
  { name, ...which }: DraftId & { name: string },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { round, draft } = await findDraft(db, actor, which, now);
    await refuseMoreDrafts(db, round.id);
    refusePersonalData({ name }, now);
    const placements = (await findPlacements(db, [draft.id])).get(draft.id) ?? [];
    const made = { round, name, proven: draft.proven, byHand: draft.revision > 1 };
    return { id: await insertDraft(db, actor, { ...made, placements }, now) };
  });
}

/**
 * Keeps a round from having more drafts than anybody looks through.
 * @throws Refused
 */
export async function refuseMoreDrafts(db: Db, roundId: string): Promise<void> {
  const { drafts } = await db
    .selectFrom("plan_draft")
    .select(({ fn }) => fn.countAll<number | string>().as("drafts"))
    .where("round_id", "=", roundId)
    .executeTakeFirstOrThrow();
  const { runs } = await db
    .selectFrom("plan_run")
    .select(({ fn }) => fn.countAll<number | string>().as("runs"))
    .where("round_id", "=", roundId)
    .where("state", "=", "running")
    .executeTakeFirstOrThrow();
  if (Number(drafts) + Number(runs) < MAX_DRAFTS) return;
  throw new Refused({ key: "plan.tooManyDrafts", params: { most: MAX_DRAFTS } });
}

/**
 * Removes a draft; what was released of it stays.
 * @throws NotFound, Forbidden
 */
export async function removeDraft(store: Store, actor: Actor, which: DraftId, now: Date = new Date()): Promise<null> {
  return writeTransaction(store, async (db) => {
    const { round, draft } = await findDraft(db, actor, which, now);
    await db.deleteFrom("plan_draft").where("id", "=", draft.id).execute();
    const subject = { id: draft.id, group_id: round.groupId };
    await recordEvent(db, actor, "draft.removed", subject, { roundId: round.id }, now);
    return null;
  });
}

/** Notes that a draft was changed by hand: it is not what the planner proved any more. */
export async function touchDraft(db: Db, actor: Actor, { round, draft }: DraftOnPage, now: Date): Promise<void> {
  const revision = draft.revision + 1;
  await db
    .updateTable("plan_draft")
    .set({ revision, proven: 0, updated_at: now.toISOString() })
    .where("id", "=", draft.id)
    .execute();
  await recordEvent(db, actor, "draft.changed", { id: draft.id, group_id: round.groupId }, { revision }, now);
}
