import type { Actor } from "#app/domain/access/actor.ts";
import { Conflict, Refused } from "#app/domain/errors.ts";
import { labelValues } from "#app/domain/forms/label-fields.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import { refuseLonger } from "#app/domain/sessions/open-agenda.server.ts";
import { openTemplate } from "#app/domain/sessions/templates/change-templates.server.ts";
import { type TemplateItem, templateItem } from "#app/domain/sessions/templates/find-template.server.ts";
import type { TemplateItemFields } from "#app/domain/sessions/templates/template-input.ts";
import { templateItemValues } from "#app/domain/sessions/templates/template-values.ts";
import { renderMarkdown } from "#app/domain/text/markdown.server.ts";
import { shownText } from "#app/domain/text/shown-text.ts";
import { requireTerms } from "#app/domain/vocabulary/require-terms.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

interface Which {
  templateId: string;
  /** The group in which the template is looked at. */
  groupId: string | null;
}

/**
 * Puts an item at the end of an agenda template: a new question. Agendas that were made from it stay as they are.
 * @throws NotFound, Forbidden, Refused
 */
export async function addTemplateItem(
  store: Store,
  actor: Actor,
  { templateId, groupId, ...fields }: Which & TemplateItemFields,
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const template = await openTemplate(db, actor, { templateId, groupId });
    refuseLonger(template.items.length + 1);
    const columns = await columnsOf(db, fields, now);
    const id = newId();
    const belongs = { id, question_id: id, template_id: template.id, position: template.items.length + 1 };
    await db
      .insertInto("agenda_template_item")
      .values({ ...belongs, ...columns })
      .execute();
    const subject = { id, group_id: template.groupId };
    await recordEvent(db, actor, "template-item.added", subject, { template: template.id }, now);
    return { id };
  });
}

/**
 * Changes an item of an agenda template; it stays the same question. Agendas that were made from it stay as they are.
 * @throws NotFound, Forbidden, Refused, Conflict
 */
export async function editTemplateItem(
  store: Store,
  actor: Actor,
  {
    templateId,
    groupId,
    itemId,
    revision,
    ...fields
  }: Which & TemplateItemFields & { itemId: string; revision: number },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const template = await openTemplate(db, actor, { templateId, groupId });
    const item = templateItem(template, itemId);
    if (item.revision !== revision) throw new Conflict(templateItemValues(item), item.id);
    await db
      .updateTable("agenda_template_item")
      .set({ ...(await columnsOf(db, fields, now, item.kind)), revision: revision + 1 })
      .where("id", "=", item.id)
      .execute();
    const subject = { id: item.id, group_id: template.groupId };
    await recordEvent(db, actor, "template-item.edited", subject, { template: template.id }, now);
    return { id: item.id };
  });
}

/**
 * Moves an item of an agenda template by one place. At the end of the list it stays where it is.
 * @throws NotFound, Forbidden, Refused
 */
export async function moveTemplateItem(
  store: Store,
  actor: Actor,
  { itemId, direction, ...which }: Which & { itemId: string; direction: "up" | "down" },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const template = await openTemplate(db, actor, which);
    const item = templateItem(template, itemId);
    const from = template.items.indexOf(item);
    const other = template.items[direction === "up" ? from - 1 : from + 1];
    if (!other) return { id: template.id };
    const order = template.items.map((one) => (one === item ? other : one === other ? item : one));
    await writePlaces(db, order);
    const subject = { id: item.id, group_id: template.groupId };
    await recordEvent(db, actor, "template-item.moved", subject, { template: template.id }, now);
    return { id: template.id };
  });
}

/**
 * Takes an item out of an agenda template. Agendas that were made from it keep theirs, with its question.
 * @throws NotFound, Forbidden, Refused
 */
export async function removeTemplateItem(
  store: Store,
  actor: Actor,
  { itemId, ...which }: Which & { itemId: string },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const template = await openTemplate(db, actor, which);
    const item = templateItem(template, itemId);
    await db
      .updateTable("agenda_item")
      .set({ template_item_id: null })
      .where("template_item_id", "=", item.id)
      .execute();
    await db.deleteFrom("agenda_template_item").where("id", "=", item.id).execute();
    await writePlaces(
      db,
      template.items.filter((one) => one !== item),
    );
    const subject = { id: item.id, group_id: template.groupId };
    await recordEvent(db, actor, "template-item.removed", subject, { template: template.id }, now);
    return { id: template.id };
  });
}

/** Places 1, 2, 3 ... in this order; no two may have one place even for a moment. */
async function writePlaces(db: Db, items: readonly TemplateItem[]): Promise<void> {
  const away = 1000;
  for (const shift of [away, 0]) {
    for (const [at, { id }] of items.entries()) {
      const position = shift + at + 1;
      await db.updateTable("agenda_template_item").set({ position }).where("id", "=", id).execute();
    }
  }
}

async function columnsOf(db: Db, fields: TemplateItemFields, now: Date, kept?: string) {
  const { kind, titles, descriptions, minutes, visibility } = fields;
  await requireTerms(db, [{ list: "itemKind", field: "kind", codes: [kind], kept: kept ? [kept] : [] }]);
  const texts = labelValues("description", descriptions);
  refusePersonalData({ ...labelValues("title", titles), ...texts }, now);
  for (const [field, text] of Object.entries(texts)) {
    const rendered = renderMarkdown(text, { headingOffset: 3 });
    if (!rendered.ok) throw new Refused([{ field, message: { key: "agenda.tooComplex" } }]);
    refusePersonalData({ [field]: shownText(rendered.html) }, now);
  }
  const said = { titles: JSON.stringify(titles), descriptions: JSON.stringify(descriptions) };
  return { kind, minutes, visibility, ...said };
}
