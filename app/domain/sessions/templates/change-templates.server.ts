import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Conflict, NotFound, Refused } from "#app/domain/errors.ts";
import { labelValues } from "#app/domain/forms/label-fields.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import {
  findTemplate,
  type TemplateFound,
  type TemplateItem,
} from "#app/domain/sessions/templates/find-template.server.ts";
import { templateValues } from "#app/domain/sessions/templates/template-values.ts";
import type { Labels } from "#app/i18n/labels.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** Most agenda templates of a group. */
const MAX_TEMPLATES = 100;

/**
 * Makes an agenda template of a group, without items.
 * @throws NotFound, Forbidden, Refused
 */
export async function makeTemplate(
  store: Store,
  actor: Actor,
  { groupId, names }: { groupId: string; names: Labels },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, (db) => insertTemplate(db, actor, { groupId, names, items: [] }, now));
}

/**
 * Copies an agenda template, also one that every group is offered, into a group. Its items keep their questions: what
 * delegations answer to them stands side by side, whichever of the two was used.
 * @throws NotFound, Forbidden, Refused
 */
export async function copyTemplateTo(
  store: Store,
  actor: Actor,
  { groupId, templateId, names }: { groupId: string; templateId: string; names: Labels },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { items } = await findTemplate(db, actor, { templateId, groupId });
    return insertTemplate(db, actor, { groupId, names, items }, now);
  });
}

/**
 * Gives an agenda template of a group another name.
 * @throws NotFound, Forbidden, Refused, Conflict
 */
export async function renameTemplate(
  store: Store,
  actor: Actor,
  input: { templateId: string; groupId: string | null; names: Labels; revision: number },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const template = await openTemplate(db, actor, input);
    if (template.revision !== input.revision) throw new Conflict(templateValues(template), template.id);
    refusePersonalData(labelValues("name", input.names), now);
    await db
      .updateTable("agenda_template")
      .set({ names: JSON.stringify(input.names), revision: template.revision + 1 })
      .where("id", "=", template.id)
      .execute();
    await recordEvent(db, actor, "template.edited", { id: template.id, group_id: template.groupId }, {}, now);
    return { id: template.id };
  });
}

/**
 * Retires an agenda template of a group, or offers it again. Pairings that have it keep it.
 * @throws NotFound, Forbidden, Refused
 */
export async function retireTemplate(
  store: Store,
  actor: Actor,
  input: { templateId: string; groupId: string | null; fate: "retire" | "restore" },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const template = await openTemplate(db, actor, input);
    const isRetired = template.retiredAt !== null;
    if (isRetired === (input.fate === "retire")) return { id: template.id };
    const retired_at = input.fate === "retire" ? now.toISOString() : null;
    await db.updateTable("agenda_template").set({ retired_at }).where("id", "=", template.id).execute();
    const event = input.fate === "retire" ? "template.retired" : "template.restored";
    await recordEvent(db, actor, event, { id: template.id, group_id: template.groupId }, {}, now);
    return { id: template.id };
  });
}

/**
 * An agenda template that the actor may change: one of a group of theirs.
 * @throws NotFound, Forbidden; Refused for one that every group is offered
 */
export async function openTemplate(
  db: Db,
  actor: Actor,
  which: { templateId: string; groupId: string | null },
): Promise<TemplateFound & { groupId: string }> {
  const template = await findTemplate(db, actor, which);
  const { groupId } = template;
  if (groupId === null) throw new Refused({ key: "templates.ofAll" });
  return { ...template, groupId };
}

async function insertTemplate(
  db: Db,
  actor: Actor,
  { groupId, names, items }: { groupId: string; names: Labels; items: readonly TemplateItem[] },
  now: Date,
): Promise<{ id: string }> {
  if (!membershipIn(actor, groupId)) throw new NotFound("working group");
  authorise(actor, "template.edit", { groupId });
  refusePersonalData(labelValues("name", names), now);
  const own = await db.selectFrom("agenda_template").select("id").where("group_id", "=", groupId).execute();
  if (own.length >= MAX_TEMPLATES) throw new Refused({ key: "templates.tooMany", params: { most: MAX_TEMPLATES } });
  const id = newId();
  await db
    .insertInto("agenda_template")
    .values({ id, group_id: groupId, code: id, names: JSON.stringify(names) })
    .execute();
  for (const [at, item] of items.entries()) {
    const { kind, minutes, visibility } = item;
    await db
      .insertInto("agenda_template_item")
      .values({
        ...{ id: newId(), template_id: id, position: at + 1, question_id: item.questionId, kind, minutes, visibility },
        ...{ titles: JSON.stringify(item.titles), descriptions: JSON.stringify(item.descriptions) },
      })
      .execute();
  }
  await recordEvent(db, actor, "template.made", { id, group_id: groupId }, { items: items.length }, now);
  return { id };
}
