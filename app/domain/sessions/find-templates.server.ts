import { hasCaptures, itemsInOrder } from "#app/domain/sessions/open-agenda.server.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** An agenda template that a group is offered. */
export interface TemplateFacts {
  id: string;
  names: Labels;
  /** How long its items are that all share. */
  minutes: number;
}

/** The agenda templates that a group is offered. Unsorted: the viewer's language decides the order. */
export async function findTemplates(db: Db, groupId: string): Promise<TemplateFacts[]> {
  const rows = await db
    .selectFrom("agenda_template")
    .select(["id", "names"])
    .where((eb) => eb.or([eb("group_id", "is", null), eb("group_id", "=", groupId)]))
    .orderBy("code")
    .execute();
  const lengths = await db
    .selectFrom("agenda_template_item")
    .select(({ fn }) => ["template_id", fn.sum<number | string>("minutes").as("minutes")])
    .where("visibility", "=", "shared")
    .groupBy("template_id")
    .execute();
  const minutesOf = (id: string) => Number(lengths.find(({ template_id }) => template_id === id)?.minutes ?? 0);
  return rows.map(({ id, names }) => ({ id, names: parseLabels(names), minutes: minutesOf(id) }));
}

/** Whether a template may still take the place of what is there. */
export async function mayReplaceAgenda(db: Db, sessionId: string): Promise<boolean> {
  const items = await itemsInOrder(db, sessionId);
  return !(await hasCaptures(
    db,
    items.map(({ id }) => id),
  ));
}
