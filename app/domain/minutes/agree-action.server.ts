import type { Actor } from "#app/domain/access/actor.ts";
import { Conflict } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { ownerColumns, ownerValue } from "#app/domain/minutes/action-owner.server.ts";
import { type ActionPoint, findActionPoint } from "#app/domain/minutes/find-action-points.server.ts";
import { nextNumber, numberAmong, openDraft } from "#app/domain/minutes/note-decision.server.ts";
import { indexActionPoints } from "#app/domain/proceedings/index-proceedings.server.ts";
import { sure } from "#app/sure.ts";
import type { Day } from "#db/schema/columns.ts";
import { type Store, writeTransaction } from "#db/store.ts";

export interface ActionFields {
  sessionId: string;
  text: string;
  /** `person:<account>` or `delegation:<beneficiary>`. */
  owner: string;
  dueOn: Day | null;
  itemId: string | null;
}

/**
 * Notes who does what by when, under the next number of the session.
 * @throws NotFound, Forbidden, Refused
 */
export async function agreeAction(
  store: Store,
  actor: Actor,
  input: ActionFields,
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, item } = await openDraft(db, actor, input, now);
    const internal = item?.internal ?? false;
    const owner = await ownerColumns(db, session, input.owner, internal);
    const number = await nextNumber(db, "action_point", session.id, internal);
    const id = newId();
    const at = now.toISOString();
    const { text, dueOn, itemId } = input;
    const said = { text, due_on: dueOn, item_id: itemId, ...owner };
    const made = { created_by: sure(actor.accountId), created_at: at, updated_at: at };
    await db
      .insertInto("action_point")
      .values({ id, group_id: session.groupId, session_id: session.id, number, ...said, ...made })
      .execute();
    await indexActionPoints(db, [id]);
    const subject = { id, group_id: session.groupId };
    await recordEvent(db, actor, "action.agreed", subject, { sessionId: session.id, number }, now);
    return { id };
  });
}

/**
 * Changes what somebody does, while the minutes are a draft.
 * @throws NotFound, Forbidden, Refused, Conflict with what is stored now
 */
export async function editAction(
  store: Store,
  actor: Actor,
  input: Omit<ActionFields, "sessionId"> & { actionId: string; revision: number },
  now: Date = new Date(),
): Promise<{ id: string; sessionId: string }> {
  return writeTransaction(store, async (db) => {
    const point = await findActionPoint(db, actor, input.actionId);
    const { session, item } = await openDraft(db, actor, { ...input, sessionId: point.sessionId }, now);
    if (point.revision !== input.revision) throw new Conflict(actionValues(point), point.id);
    const internal = item?.internal ?? false;
    const owner = await ownerColumns(db, session, input.owner, internal);
    const number = await numberAmong(db, "action_point", session.id, point.number, internal);
    const { text, dueOn, itemId } = input;
    await db
      .updateTable("action_point")
      .set({ text, number, due_on: dueOn, item_id: itemId, ...owner })
      .set({ revision: point.revision + 1, updated_at: now.toISOString() })
      .where("id", "=", point.id)
      .execute();
    await indexActionPoints(db, [point.id]);
    const details = { sessionId: session.id, number };
    await recordEvent(db, actor, "action.edited", { id: point.id, group_id: point.groupId }, details, now);
    return { id: point.id, sessionId: session.id };
  });
}

/** What the form of an action point is filled in with. */
export function actionValues(point: ActionPoint): Record<string, string> {
  const { text, owner, delegation, dueOn, itemId, revision } = point;
  const named = ownerValue({ owner_id: owner?.id ?? null, delegation_id: delegation?.id ?? null });
  return { text, owner: named, dueOn: dueOn ?? "", itemId: itemId ?? "", revision: String(revision) };
}
