import { newId } from "#app/domain/identity.server.ts";
import { indexAgendaItems } from "#app/domain/proceedings/index-proceedings.server.ts";
import { itemsInOrder } from "#app/domain/sessions/open-agenda.server.ts";
import { sure } from "#app/sure.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/**
 * Puts the agenda of one session on that of another, which has none yet: word for word, in the language it was written
 * in. Each item keeps its question, so that what is said under it can be compared.
 */
export async function copyAgenda(
  db: Db,
  { from, to }: { from: string; to: { id: string } },
  now: Instant,
): Promise<void> {
  const items = await itemsInOrder(db, from);
  const ids = items.map(() => newId());
  for (const [at, item] of items.entries()) {
    const { kind, title, description, description_html, minutes, visibility, attribution } = item;
    const words = { kind, title, description, description_html, minutes, visibility, attribution };
    const { template_item_id, question_id } = item;
    await db
      .insertInto("agenda_item")
      .values({
        ...{ id: sure(ids[at]), session_id: to.id, position: at + 1, updated_at: now },
        ...{ ...words, template_item_id, question_id },
      })
      .execute();
  }
  await indexAgendaItems(db, ids);
}
