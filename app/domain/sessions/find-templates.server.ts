import { hasCaptures, itemsInOrder } from "#app/domain/sessions/open-agenda.server.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** An agenda template that a group is offered. */
export interface TemplateFacts {
  id: string;
  names: Labels;
}

/** The agenda templates that a group is offered. Unsorted: the viewer's language decides the order. */
export async function findTemplates(db: Db, groupId: string): Promise<TemplateFacts[]> {
  const rows = await db
    .selectFrom("agenda_template")
    .select(["id", "names"])
    .where((eb) => eb.or([eb("group_id", "is", null), eb("group_id", "=", groupId)]))
    .orderBy("code")
    .execute();
  return rows.map(({ id, names }) => ({ id, names: parseLabels(names) }));
}

/** Whether a template may still take the place of what is there. */
export async function mayReplaceAgenda(db: Db, sessionId: string): Promise<boolean> {
  const items = await itemsInOrder(db, sessionId);
  return !(await hasCaptures(
    db,
    items.map(({ id }) => id),
  ));
}
