import type { Actor } from "#app/domain/access/actor.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { indexAgendaItems } from "#app/domain/proceedings/index-proceedings.server.ts";
import type { AgendaItemFields } from "#app/domain/sessions/agenda-input.ts";
import { agendaItemColumns } from "#app/domain/sessions/agenda-item-columns.server.ts";
import { openAgenda, refuseLonger } from "#app/domain/sessions/open-agenda.server.ts";
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
    refuseLonger(items.length + 1);
    const columns = await agendaItemColumns(db, input, now);
    const id = newId();
    const position = (items.at(-1)?.position ?? 0) + 1;
    await db
      .insertInto("agenda_item")
      .values({ id, question_id: id, session_id: session.id, position, ...columns })
      .execute();
    await indexAgendaItems(db, [id]);
    const subject = { id, group_id: session.groupId };
    await recordEvent(db, actor, "agenda.added", subject, { sessionId: session.id }, now);
    return { id };
  });
}
