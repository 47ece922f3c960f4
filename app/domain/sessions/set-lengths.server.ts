import type { Actor } from "#app/domain/access/actor.ts";
import { refuseStale } from "#app/domain/forms/refuse-stale.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { lengthsOf } from "#app/domain/sessions/agenda-lengths.ts";
import { openAgenda } from "#app/domain/sessions/open-agenda.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Sets how long the items of an agenda are. One that was removed meanwhile is passed over.
 * @param input.lengths minutes by id of the item
 * @param input.base what the form was filled in with
 * @throws NotFound, Forbidden, Refused, Conflict with the lengths that are stored now
 */
export async function setLengths(
  store: Store,
  actor: Actor,
  input: { sessionId: string; lengths: Readonly<Record<string, number>>; base: string | null },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, items } = await openAgenda(db, actor, input.sessionId);
    refuseStale(input.base, lengthsOf(items), ...items.map(({ id }) => id));
    for (const item of items) {
      const minutes = input.lengths[item.id] ?? item.minutes;
      if (minutes === item.minutes) continue;
      await db
        .updateTable("agenda_item")
        .set({ minutes, revision: item.revision + 1, updated_at: now.toISOString() })
        .where("id", "=", item.id)
        .execute();
      const subject = { id: item.id, group_id: session.groupId };
      await recordEvent(db, actor, "agenda.edited", subject, { sessionId: session.id }, now);
    }
    return { id: session.id };
  });
}
