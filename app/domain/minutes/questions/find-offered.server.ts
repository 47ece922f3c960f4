import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** A template in which a question stands. */
export interface OfferedQuestion {
  id: string;
  /** Null: offered to every group. */
  groupId: string | null;
  names: Labels;
  titles: Labels;
}

/** The templates in which an organiser finds a question: those of groups of theirs, and those that all are offered. */
export async function findOffered(db: Db, actor: Actor, questionId: string): Promise<OfferedQuestion[]> {
  const groups = actor.memberships
    .map(({ groupId }) => groupId)
    .filter((groupId) => can(actor, "template.edit", { groupId }));
  if (groups.length === 0) return [];
  const rows = await db
    .selectFrom("agenda_template_item")
    .innerJoin("agenda_template", "agenda_template.id", "agenda_template_item.template_id")
    .select(["agenda_template.id", "agenda_template.group_id", "agenda_template.names", "agenda_template_item.titles"])
    .where("agenda_template_item.question_id", "=", questionId)
    .where((eb) => eb.or([eb("agenda_template.group_id", "is", null), eb("agenda_template.group_id", "in", groups)]))
    .orderBy("agenda_template.code")
    .execute();
  return rows.map(({ id, group_id, names, titles }) => ({
    ...{ id, groupId: group_id, names: parseLabels(names), titles: parseLabels(titles) },
  }));
}
