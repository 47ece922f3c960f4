import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import { changesToScheduled, type DraftChange } from "#app/domain/planning/draft-changes.ts";
import { type DraftConflict, draftConflicts } from "#app/domain/planning/draft-conflicts.server.ts";
import { draftWaits, type PersonsWaits } from "#app/domain/planning/draft-waits.ts";
import { type Conditions, findConditions } from "#app/domain/planning/find-conditions.server.ts";
import { findPlacements, type Placed, place } from "#app/domain/planning/placed.server.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** A draft of the timetable of a round. */
export interface DraftFacts {
  id: string;
  name: string;
  /** Proven to be the best by the planner, and not changed since. */
  proven: boolean;
  revision: number;
  updatedAt: Instant;
  releasedAt: Instant | null;
}

/** A draft held against what people can and what they know. */
export interface JudgedDraft extends DraftFacts {
  placed: Placed[];
  conflicts: DraftConflict[];
  waits: PersonsWaits[];
  /** Against the sessions that are scheduled. */
  changes: DraftChange[];
}

/** The drafts of a round that somebody plans, newest first, held against the same conditions. */
export async function findDrafts(db: Db, conditions: Conditions, now: Date): Promise<JudgedDraft[]> {
  const rows = await db
    .selectFrom("plan_draft")
    .selectAll()
    .where("round_id", "=", conditions.round.id)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  const placements = await findPlacements(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const placed = place(conditions.pairings, placements.get(row.id) ?? [], conditions.round.zone);
    return {
      id: row.id,
      name: row.name,
      proven: row.proven === 1,
      revision: row.revision,
      updatedAt: row.updated_at,
      releasedAt: row.released_at,
      placed,
      conflicts: draftConflicts(conditions, placed, now),
      waits: draftWaits(conditions, placed),
      changes: changesToScheduled(placed),
    };
  });
}

/** A draft with all that its page shows. */
export interface DraftOnPage extends Conditions {
  draft: JudgedDraft;
  others: JudgedDraft[];
}

/**
 * A draft of a round, with the others beside it, for organisers of its group.
 * @throws NotFound, Forbidden
 */
export async function findDraft(
  db: Db,
  actor: Actor,
  { roundId, draftId }: { roundId: string; draftId: string },
  now: Date,
): Promise<DraftOnPage> {
  const conditions = await findConditions(db, actor, roundId);
  const drafts = await findDrafts(db, conditions, now);
  const draft = drafts.find(({ id }) => id === draftId);
  if (!draft) throw new NotFound("draft");
  return { ...conditions, draft, others: drafts.filter(({ id }) => id !== draftId) };
}
