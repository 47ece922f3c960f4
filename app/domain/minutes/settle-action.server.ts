import type { Actor } from "#app/domain/access/actor.ts";
import { membershipIn } from "#app/domain/access/actor.ts";
import { authorise, can, type Relation, type Subject } from "#app/domain/access/policy.ts";
import { Conflict } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { type ActionPoint, findActionPoint } from "#app/domain/minutes/find-action-points.server.ts";
import type { ActionState } from "#app/domain/minutes/minutes-limits.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import { indexActionPoints } from "#app/domain/proceedings/index-proceedings.server.ts";
import { relationsToSession } from "#app/domain/sessions/session-relations.server.ts";
import { sure } from "#app/sure.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Says what became of an action point: done, dropped, or open again.
 * @throws NotFound, Forbidden, Refused, Conflict with what is stored now
 */
export async function settleAction(
  store: Store,
  actor: Actor,
  input: { actionId: string; state: ActionState; note: string; revision: number },
  now: Date = new Date(),
): Promise<{ id: string; sessionId: string; groupId: string }> {
  return writeTransaction(store, async (db) => {
    const point = await findActionPoint(db, actor, input.actionId);
    authorise(actor, "action.settle", await subjectOf(db, actor, point));
    if (point.revision !== input.revision) throw new Conflict(settlementValues(point), point.id);
    refusePersonalData({ note: input.note }, now);
    const at = now.toISOString();
    const { state, note } = input;
    const settled =
      state === "open" ? { settled_by: null, settled_at: null } : { settled_by: sure(actor.accountId), settled_at: at };
    await db
      .updateTable("action_point")
      .set({ state, note, ...settled, revision: point.revision + 1, updated_at: at })
      .where("id", "=", point.id)
      .execute();
    await indexActionPoints(db, [point.id]);
    await recordEvent(db, actor, "action.settled", { id: point.id, group_id: point.groupId }, { state }, now);
    return { id: point.id, sessionId: point.sessionId, groupId: point.groupId };
  });
}

/**
 * An action point for those who may say what became of it.
 * @throws NotFound, Forbidden
 */
export async function findSettlement(db: Db, actor: Actor, actionId: string): Promise<ActionPoint> {
  const point = await findActionPoint(db, actor, actionId);
  authorise(actor, "action.settle", await subjectOf(db, actor, point));
  return point;
}

/** Of action points, those whose end the actor may tell. */
export async function settleable(db: Db, actor: Actor, points: readonly ActionPoint[]): Promise<Set<string>> {
  const may = new Set<string>();
  for (const point of points) {
    if (can(actor, "action.settle", await subjectOf(db, actor, point))) may.add(point.id);
  }
  return may;
}

/** What the form of what became of it is filled in with. */
export function settlementValues({ state, note, revision }: ActionPoint): Record<string, string> {
  return { state, note, revision: String(revision) };
}

async function subjectOf(db: Db, actor: Actor, point: ActionPoint): Promise<Subject> {
  const { groupId, sessionId } = point;
  const relations: Relation[] = await relationsToSession(db, actor, { id: sessionId, groupId });
  return { groupId, relations: isOwner(actor, point) ? [...relations, "owner"] : relations };
}

function isOwner(actor: Actor, { owner, delegation, groupId }: ActionPoint): boolean {
  if (owner) return owner.id === actor.accountId;
  return delegation !== null && membershipIn(actor, groupId)?.beneficiaryId === delegation.id;
}
