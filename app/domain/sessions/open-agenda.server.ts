import type { Actor } from "#app/domain/access/actor.ts";
import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { MOST_ITEMS } from "#app/domain/sessions/agenda-limits.ts";
import { isRecordClosed } from "#app/domain/sessions/closed-record.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { relationsToSession } from "#app/domain/sessions/session-relations.server.ts";
import { refuseCancelled } from "#app/domain/sessions/session-state.ts";
import type { Db } from "#db/store.ts";

/**
 * A session whose agenda the actor may change, with its items in order.
 * @throws NotFound, Forbidden, Refused when the session was cancelled, or its minutes are final
 */
export async function openAgenda(db: Db, actor: Actor, sessionId: string) {
  const session = await findSessionFacts(db, actor, sessionId);
  const relations = await relationsToSession(db, actor, session);
  authorise(actor, "agenda.edit", { groupId: session.groupId, relations });
  refuseCancelled(session);
  if (await isRecordClosed(db, sessionId)) throw new Refused({ key: "minutes.isFinal" });
  return { session, items: await itemsInOrder(db, sessionId) };
}

/** @throws Refused when an agenda would have more items than one may have */
export function refuseLonger(items: number): void {
  if (items > MOST_ITEMS) throw new Refused({ key: "agenda.tooManyItems", params: { max: MOST_ITEMS } });
}

/** The items of an agenda that were not removed, in order. */
export function itemsInOrder(db: Db, sessionId: string) {
  return db
    .selectFrom("agenda_item")
    .selectAll()
    .where("session_id", "=", sessionId)
    .where("removed_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

/**
 * The item of an opened agenda.
 * @throws NotFound
 */
export function itemOf<T extends { id: string }>(items: readonly T[], itemId: string): T {
  const item = items.find(({ id }) => id === itemId);
  if (!item) throw new NotFound("agenda item");
  return item;
}

/** What the form of an agenda item is filled in with, by field. */
export function agendaItemValues(item: Awaited<ReturnType<typeof itemsInOrder>>[number]) {
  const { kind, title, description, minutes, visibility, attribution, revision } = item;
  const texts = { kind, title, description, visibility, attribution: attribution ?? "" };
  return { ...texts, minutes: String(minutes), revision: String(revision) };
}

/** Writes the positions 1, 2, 3 ... in this order. */
export async function writeOrder(db: Db, items: readonly { id: string; position: number }[]): Promise<void> {
  for (const [at, { id, position }] of items.entries()) {
    if (position === at + 1) continue;
    await db
      .updateTable("agenda_item")
      .set({ position: at + 1 })
      .where("id", "=", id)
      .execute();
  }
}

/**
 * Whether something was captured or minuted under an item, or it was begun. Drafts are their authors' alone and do not
 * count; everybody who may change the agenda sees the rest.
 */
export async function hasCaptures(db: Db, itemIds: readonly string[]): Promise<boolean> {
  if (itemIds.length === 0) return false;
  const found = await db
    .selectFrom("contribution")
    .select("id")
    .where("agenda_item_id", "in", itemIds)
    .where("status", "in", submittedStatuses)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined || (await hasMinutes(db, itemIds));
}

/** Whether something was minuted under an item, or it was begun. */
export async function hasMinutes(db: Db, itemIds: readonly string[]): Promise<boolean> {
  for (const table of ["minutes_text", "decision", "action_point", "live_step"] as const) {
    const found = await db
      .selectFrom(table)
      .select("item_id")
      .where("item_id", "in", itemIds)
      .limit(1)
      .executeTakeFirst();
    if (found) return true;
  }
  return false;
}
