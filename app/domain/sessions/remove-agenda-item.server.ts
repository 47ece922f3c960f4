import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { indexAgendaItems } from "#app/domain/proceedings/index-proceedings.server.ts";
import { hasCaptures, itemOf, openAgenda, refuseLonger, writeOrder } from "#app/domain/sessions/open-agenda.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Takes an item off an agenda; it can be put back.
 * @throws NotFound, Forbidden, Refused when something was captured under it
 */
export async function removeAgendaItem(
  store: Store,
  actor: Actor,
  input: { sessionId: string; itemId: string },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, items } = await openAgenda(db, actor, input.sessionId);
    const item = itemOf(items, input.itemId);
    if (await hasCaptures(db, [item.id])) throw new Refused({ key: "agenda.hasCaptures" });
    await db
      .updateTable("agenda_item")
      .set({ removed_at: now.toISOString(), revision: item.revision + 1 })
      .where("id", "=", item.id)
      .execute();
    await writeOrder(
      db,
      items.filter(({ id }) => id !== item.id),
    );
    await indexAgendaItems(db, [item.id]);
    const subject = { id: item.id, group_id: session.groupId };
    await recordEvent(db, actor, "agenda.removed", subject, { sessionId: session.id }, now);
    return { id: item.id };
  });
}

/**
 * Puts a removed item back, at the end of the agenda.
 * @throws NotFound, Forbidden, Refused
 */
export async function restoreAgendaItem(
  store: Store,
  actor: Actor,
  input: { sessionId: string; itemId: string },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, items } = await openAgenda(db, actor, input.sessionId);
    if (items.some(({ id }) => id === input.itemId)) return { id: input.itemId };
    refuseLonger(items.length + 1);
    const removed = await db
      .updateTable("agenda_item")
      .set({ removed_at: null, position: (items.at(-1)?.position ?? 0) + 1 })
      .where("id", "=", input.itemId)
      .where("session_id", "=", session.id)
      .returning("id")
      .executeTakeFirst();
    if (!removed) throw new NotFound("agenda item");
    await indexAgendaItems(db, [input.itemId]);
    const subject = { id: input.itemId, group_id: session.groupId };
    await recordEvent(db, actor, "agenda.restored", subject, { sessionId: session.id }, now);
    return { id: input.itemId };
  });
}
