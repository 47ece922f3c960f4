import { hasCaptures, itemsInOrder } from "#app/domain/sessions/open-agenda.server.ts";
import { wholeIn } from "#app/domain/sessions/template-language.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

/** An agenda template that a group is offered. */
export interface TemplateFacts {
  id: string;
  names: Labels;
  /** How long its items are that all share. */
  minutes: number;
  /** Those in which all its texts are. */
  languages: LanguageCode[];
}

/**
 * The agenda templates that a group is offered. Unsorted: the viewer's language decides the order.
 * @param kept one that is in use, and stays to be chosen though it was retired
 */
export async function findTemplates(db: Db, groupId: string, kept: string | null = null): Promise<TemplateFacts[]> {
  const rows = await db
    .selectFrom("agenda_template")
    .select(["id", "names"])
    .where((eb) => eb.or([eb("group_id", "is", null), eb("group_id", "=", groupId)]))
    .where((eb) => eb.or([eb("retired_at", "is", null), eb("id", "=", kept)]))
    .orderBy("code")
    .execute();
  if (rows.length === 0) return [];
  const items = await db
    .selectFrom("agenda_template_item")
    .select(["template_id", "minutes", "visibility", "titles", "descriptions"])
    .where(
      "template_id",
      "in",
      rows.map(({ id }) => id),
    )
    .orderBy("template_id")
    .orderBy("position")
    .execute();
  return rows.map(({ id, names }) => {
    const own = items.filter(({ template_id }) => template_id === id);
    const shared = own.filter(({ visibility }) => visibility === "shared");
    return {
      id,
      names: parseLabels(names),
      minutes: shared.reduce((sum, { minutes }) => sum + minutes, 0),
      languages: wholeIn(
        own.map(({ titles, descriptions }) => ({
          titles: parseLabels(titles),
          descriptions: parseLabels(descriptions),
        })),
      ),
    };
  });
}

/** Whether a template may still take the place of what is there. */
export async function mayReplaceAgenda(db: Db, sessionId: string): Promise<boolean> {
  const items = await itemsInOrder(db, sessionId);
  return !(await hasCaptures(
    db,
    items.map(({ id }) => id),
  ));
}
