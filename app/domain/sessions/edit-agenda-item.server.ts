import type { Actor } from "#app/domain/access/actor.ts";
import { Conflict } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import type { AgendaItemFields } from "#app/domain/sessions/agenda-input.ts";
import { agendaItemValues, itemOf, openAgenda, renderDescription } from "#app/domain/sessions/open-agenda.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Changes an agenda item.
 * @throws NotFound, Forbidden, Refused, Conflict with what is stored now
 */
export async function editAgendaItem(
  store: Store,
  actor: Actor,
  input: AgendaItemFields & { sessionId: string; itemId: string; revision: number },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, items } = await openAgenda(db, actor, input.sessionId);
    const item = itemOf(items, input.itemId);
    if (item.revision !== input.revision) throw new Conflict(agendaItemValues(item));
    refusePersonalData({ title: input.title, description: input.description }, now);
    await db
      .updateTable("agenda_item")
      .set({
        kind: input.kind,
        title: input.title,
        description: input.description,
        description_html: renderDescription(input.description),
        minutes: input.minutes,
        visibility: input.visibility,
        attribution: input.attribution,
        revision: item.revision + 1,
        updated_at: now.toISOString(),
      })
      .where("id", "=", item.id)
      .execute();
    const subject = { id: item.id, group_id: session.groupId };
    await recordEvent(db, actor, "agenda.edited", subject, { sessionId: session.id }, now);
    return { id: item.id };
  });
}
