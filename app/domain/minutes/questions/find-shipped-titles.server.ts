import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** The titles of questions in templates that every group is offered: whoever sees a question may be told them. */
export async function findShippedTitles(db: Db, questionIds: readonly string[]): Promise<Map<string, Labels[]>> {
  const rows = await db
    .selectFrom("agenda_template_item")
    .innerJoin("agenda_template", "agenda_template.id", "agenda_template_item.template_id")
    .select(["agenda_template_item.question_id", "agenda_template_item.titles"])
    .where("agenda_template.group_id", "is", null)
    .where("agenda_template_item.question_id", "in", questionIds)
    .orderBy("agenda_template.code")
    .orderBy("agenda_template_item.position")
    .execute();
  return new Map(
    questionIds.map((id) => [
      id,
      rows.filter(({ question_id }) => question_id === id).map(({ titles }) => parseLabels(titles)),
    ]),
  );
}
