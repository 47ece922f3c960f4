import type { Actor } from "#app/domain/access/actor.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { itemOf, openAgenda, writeOrder } from "#app/domain/sessions/open-agenda.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Moves an agenda item by one position. At the end of the list it stays where it is.
 * @throws NotFound, Forbidden, Refused
 */
export async function moveAgendaItem(
  store: Store,
  actor: Actor,
  input: { sessionId: string; itemId: string; direction: "up" | "down" },
  now: Date = new Date(),
): Promise<{ id: string; moved: boolean }> {
  return writeTransaction(store, async (db) => {
    const { session, items } = await openAgenda(db, actor, input.sessionId);
    const item = itemOf(items, input.itemId);
    const from = items.indexOf(item);
    const to = input.direction === "up" ? from - 1 : from + 1;
    const other = items[to];
    if (!other) return { id: item.id, moved: false };
    const order = [...items];
    order[to] = item;
    order[from] = other;
    await writeOrder(db, order);
    const subject = { id: item.id, group_id: session.groupId };
    await recordEvent(db, actor, "agenda.moved", subject, { sessionId: session.id }, now);
    return { id: item.id, moved: true };
  });
}
