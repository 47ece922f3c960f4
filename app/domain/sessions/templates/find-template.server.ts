import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** An agenda template as an organiser of a group sees it. */
export interface TemplateInList {
  id: string;
  /** Null: offered to every group, and changed by none. */
  groupId: string | null;
  names: Labels;
  items: number;
  /** Of the items that all share. */
  minutes: number;
  retiredAt: Instant | null;
}

/** An item of an agenda template. */
export interface TemplateItem {
  id: string;
  questionId: string;
  kind: string;
  titles: Labels;
  descriptions: Labels;
  minutes: number;
  visibility: "shared" | "internal";
  revision: number;
}

/** An agenda template with its items in order. */
export interface TemplateFound extends Omit<TemplateInList, "items" | "minutes"> {
  revision: number;
  items: TemplateItem[];
}

/**
 * The agenda templates of a group and those that every group is offered, retired ones too, for its organisers.
 * Unsorted: the viewer's language decides the order.
 * @throws NotFound, Forbidden
 */
export async function findTemplateList(db: Db, actor: Actor, groupId: string | null): Promise<TemplateInList[]> {
  const group = runs(actor, groupId);
  const rows = await db
    .selectFrom("agenda_template")
    .select(["id", "group_id", "names", "retired_at"])
    .where((eb) => eb.or([eb("group_id", "is", null), eb("group_id", "=", group)]))
    .orderBy("code")
    .execute();
  const items = await db
    .selectFrom("agenda_template_item")
    .innerJoin("agenda_template", "agenda_template.id", "agenda_template_item.template_id")
    .select(["template_id", "minutes", "visibility"])
    .where((eb) => eb.or([eb("group_id", "is", null), eb("group_id", "=", group)]))
    .orderBy("template_id")
    .orderBy("agenda_template_item.position")
    .execute();
  return rows.map((row) => {
    const own = items.filter(({ template_id }) => template_id === row.id);
    const shared = own.filter(({ visibility }) => visibility === "shared");
    return {
      ...{ id: row.id, groupId: row.group_id, names: parseLabels(row.names), retiredAt: row.retired_at },
      ...{ items: own.length, minutes: shared.reduce((sum, { minutes }) => sum + minutes, 0) },
    };
  });
}

/**
 * An agenda template that a group has or is offered, for its organisers.
 * @param groupId the group in which one that all are offered is looked at
 * @throws NotFound, Forbidden
 */
export async function findTemplate(
  db: Db,
  actor: Actor,
  { templateId, groupId }: { templateId: string; groupId: string | null },
): Promise<TemplateFound> {
  const row = await db.selectFrom("agenda_template").selectAll().where("id", "=", templateId).executeTakeFirst();
  if (!row) throw new NotFound("agenda template");
  runs(actor, row.group_id ?? groupId);
  const items = await db
    .selectFrom("agenda_template_item")
    .selectAll()
    .where("template_id", "=", row.id)
    .orderBy("position")
    .execute();
  return {
    ...{ id: row.id, groupId: row.group_id, names: parseLabels(row.names), retiredAt: row.retired_at },
    revision: row.revision,
    items: items.map(({ id, question_id, kind, titles, descriptions, minutes, visibility, revision }) => ({
      ...{ id, questionId: question_id, kind, minutes, visibility, revision },
      ...{ titles: parseLabels(titles), descriptions: parseLabels(descriptions) },
    })),
  };
}

/**
 * The item of a template.
 * @throws NotFound
 */
export function templateItem({ items }: TemplateFound, itemId: string): TemplateItem {
  const item = items.find(({ id }) => id === itemId);
  if (!item) throw new NotFound("item of an agenda template");
  return item;
}

function runs(actor: Actor, groupId: string | null): string {
  if (!groupId || !membershipIn(actor, groupId)) throw new NotFound("agenda template");
  authorise(actor, "template.edit", { groupId });
  return groupId;
}
