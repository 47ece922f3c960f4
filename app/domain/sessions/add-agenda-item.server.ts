import type { Actor } from "#app/domain/access/actor.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import type { AgendaItemFields } from "#app/domain/sessions/agenda-input.ts";
import { openAgenda, renderDescription } from "#app/domain/sessions/open-agenda.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Puts an item at the end of an agenda.
 * @throws NotFound, Forbidden, Refused
 */
export async function addAgendaItem(
  store: Store,
  actor: Actor,
  input: AgendaItemFields & { sessionId: string },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, items } = await openAgenda(db, actor, input.sessionId);
    refusePersonalData({ title: input.title, description: input.description }, now);
    const id = newId();
    await db
      .insertInto("agenda_item")
      .values({
        id,
        session_id: session.id,
        position: (items.at(-1)?.position ?? 0) + 1,
        kind: input.kind,
        title: input.title,
        description: input.description,
        description_html: renderDescription(input.description),
        minutes: input.minutes,
        visibility: input.visibility,
        attribution: input.attribution,
        updated_at: now.toISOString(),
      })
      .execute();
    const subject = { id, group_id: session.groupId };
    await recordEvent(db, actor, "agenda.added", subject, { sessionId: session.id }, now);
    return { id };
  });
}
