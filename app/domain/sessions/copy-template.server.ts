import { Refused } from "#app/domain/errors.ts";
import { newId } from "#app/domain/identity.server.ts";
import { indexAgendaItems } from "#app/domain/proceedings/index-proceedings.server.ts";
import { languageTaken, wholeIn } from "#app/domain/sessions/template-language.ts";
import { renderMarkdown } from "#app/domain/text/markdown.server.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import { sure } from "#app/sure.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/**
 * The items of a template that a group is offered, in order.
 * @throws Refused for a template that it is not offered
 */
export async function findTemplateItems(db: Db, groupId: string, templateId: string) {
  const template = await db
    .selectFrom("agenda_template")
    .select("id")
    .where("id", "=", templateId)
    .where((eb) => eb.or([eb("group_id", "is", null), eb("group_id", "=", groupId)]))
    .executeTakeFirst();
  if (!template) throw new Refused([{ field: "templateId", message: { key: "common.chooseOne" } }]);
  return db
    .selectFrom("agenda_template_item")
    .selectAll()
    .where("template_id", "=", templateId)
    .orderBy("position")
    .execute();
}

type TemplateItems = Awaited<ReturnType<typeof findTemplateItems>>;

/**
 * Puts the items of a template behind the agenda of a session, in the session's language where the template is whole
 * in it.
 * Each keeps its question, so that the same one put to every delegation lines up.
 */
export async function copyTemplate(
  db: Db,
  session: { id: string; language: string },
  items: TemplateItems,
  now: Instant,
): Promise<void> {
  const last = await db
    .selectFrom("agenda_item")
    .select(({ fn }) => fn.max("position").as("position"))
    .where("session_id", "=", session.id)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  const texts = items.map((item) => ({
    titles: parseLabels(item.titles),
    descriptions: parseLabels(item.descriptions),
  }));
  const ids = items.map(() => newId());
  const language = languageTaken(wholeIn(texts), session.language);
  for (const [at, item] of items.entries()) {
    const { titles, descriptions } = sure(texts[at]);
    const description = label(descriptions, language);
    const rendered = renderMarkdown(description);
    await db
      .insertInto("agenda_item")
      .values({
        id: sure(ids[at]),
        session_id: session.id,
        position: (last?.position ?? 0) + at + 1,
        kind: item.kind,
        title: label(titles, language),
        description,
        description_html: rendered.ok ? rendered.html : "",
        minutes: item.minutes,
        visibility: item.visibility,
        template_item_id: item.id,
        question_id: item.question_id,
        updated_at: now,
      })
      .execute();
  }
  await indexAgendaItems(db, ids);
}
