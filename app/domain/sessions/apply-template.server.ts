import type { Actor } from "#app/domain/access/actor.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { indexAgendaItems } from "#app/domain/proceedings/index-proceedings.server.ts";
import { copyTemplate, findTemplateItems } from "#app/domain/sessions/copy-template.server.ts";
import { hasCaptures, openAgenda, refuseLonger } from "#app/domain/sessions/open-agenda.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Makes an agenda from a template: behind what is there, or in its place while nothing was captured.
 * @throws NotFound, Forbidden, Refused
 */
export async function applyTemplate(
  store: Store,
  actor: Actor,
  input: { sessionId: string; templateId: string; mode: "append" | "replace" },
  now: Date = new Date(),
): Promise<{ id: string; items: number }> {
  return writeTransaction(store, async (db) => {
    const { session, items } = await openAgenda(db, actor, input.sessionId);
    const added = await findTemplateItems(db, session.groupId, input.templateId);
    const ids = items.map(({ id }) => id);
    refuseLonger(added.length + (input.mode === "append" ? ids.length : 0));
    if (input.mode === "replace" && ids.length > 0) {
      if (await hasCaptures(db, ids)) throw new Refused([{ field: "mode", message: { key: "agenda.cannotReplace" } }]);
      await db.updateTable("agenda_item").set({ removed_at: now.toISOString() }).where("id", "in", ids).execute();
      await indexAgendaItems(db, ids);
    }
    await copyTemplate(db, session, added, now.toISOString());
    await recordEvent(db, actor, "session.template-applied", { id: session.id, group_id: session.groupId }, {}, now);
    return { id: session.id, items: added.length };
  });
}
