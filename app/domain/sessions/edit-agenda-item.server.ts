import type { Actor } from "#app/domain/access/actor.ts";
import { Conflict, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { indexItems } from "#app/domain/proceedings/index-proceedings.server.ts";
import type { AgendaItemFields } from "#app/domain/sessions/agenda-input.ts";
import { agendaItemColumns } from "#app/domain/sessions/agenda-item-columns.server.ts";
import { isRecordCirculated } from "#app/domain/sessions/closed-record.server.ts";
import { agendaItemValues, hasMinutes, itemOf, openAgenda } from "#app/domain/sessions/open-agenda.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Changes an agenda item. Once its minutes are circulated its title stays, and so does who reads them.
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
    if (item.revision !== input.revision) throw new Conflict(agendaItemValues(item), item.id);
    if (input.title !== item.title || input.visibility !== item.visibility) {
      await refuseMinuted(db, session.id, item.id);
    }
    await db
      .updateTable("agenda_item")
      .set({ ...(await agendaItemColumns(db, input, now, item.kind)), revision: item.revision + 1 })
      .where("id", "=", item.id)
      .execute();
    await indexItems(db, [item.id]);
    const subject = { id: item.id, group_id: session.groupId };
    await recordEvent(db, actor, "agenda.edited", subject, { sessionId: session.id }, now);
    return { id: item.id };
  });
}

async function refuseMinuted(db: Db, sessionId: string, itemId: string): Promise<void> {
  if (!(await isRecordCirculated(db, sessionId)) || !(await hasMinutes(db, [itemId]))) return;
  throw new Refused({ key: "minutes.isCirculated" });
}
