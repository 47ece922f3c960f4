import type { Insertable, Updateable } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import type { TargetGroup } from "#app/domain/codes.ts";
import { newId } from "#app/domain/identity.server.ts";
import type { Prepared } from "#app/domain/knowledge/prepare-contribution.server.ts";
import { type LanguageCode, languages } from "#app/i18n/languages.ts";
import type { ContributionTable } from "#db/schema/contribution.ts";
import type { Db } from "#db/store.ts";

/** Writes a new record with its original and what it points to. */
export async function insertContribution(
  db: Db,
  actor: Actor,
  row: Insertable<ContributionTable>,
  language: LanguageCode,
  prepared: Prepared,
): Promise<void> {
  await db
    .insertInto("contribution")
    .values({ ...row, ...prepared.facts, guard_stated: prepared.stated ? 1 : 0 })
    .execute();
  await db
    .insertInto("contribution_version")
    .values({
      id: newId(),
      contribution_id: row.id,
      provenance: "original",
      ...versionColumns(language, prepared, row.updated_at),
    })
    .execute();
  await writePointers(db, actor, row.id, prepared);
}

/** Writes what a record says now. The caller has kept the revision before. */
export async function updateContribution(
  db: Db,
  actor: Actor,
  id: string,
  changes: Updateable<ContributionTable> & { updated_at: string },
  language: LanguageCode,
  prepared: Prepared,
): Promise<void> {
  const stated = prepared.stated ? { guard_stated: 1 as const } : {};
  await db
    .updateTable("contribution")
    .set({ ...changes, ...prepared.facts, ...stated })
    .where("id", "=", id)
    .execute();
  await db
    .updateTable("contribution_version")
    .set(versionColumns(language, prepared, changes.updated_at))
    .where("contribution_id", "=", id)
    .where("provenance", "=", "original")
    .execute();
  await writePointers(db, actor, id, prepared);
}

function versionColumns(language: LanguageCode, prepared: Prepared, at: string) {
  return {
    language,
    script: languages[language].script,
    title: prepared.title,
    summary: prepared.summary,
    body: prepared.body,
    body_html: prepared.texts.bodyHtml,
    details: JSON.stringify(prepared.texts.details),
    details_html: JSON.stringify(prepared.texts.detailsHtml),
    updated_at: at,
  };
}

async function writePointers(db: Db, actor: Actor, id: string, { cited, targetGroups }: Prepared): Promise<void> {
  if (!cited) return;
  await db.deleteFrom("contribution_theme").where("contribution_id", "=", id).execute();
  await db.deleteFrom("contribution_target_group").where("contribution_id", "=", id).execute();
  await db.deleteFrom("contribution_reference").where("contribution_id", "=", id).execute();
  // Links to records that this actor does not see were not in the form and stay.
  await db
    .deleteFrom("contribution_link")
    .where("from_id", "=", id)
    .where("to_id", "in", contributionsVisibleTo(db, actor).select("contribution.id"))
    .execute();
  for (const theme_id of cited.themeIds) {
    await db.insertInto("contribution_theme").values({ contribution_id: id, theme_id }).execute();
  }
  for (const target_group of targetGroups as readonly TargetGroup[]) {
    await db.insertInto("contribution_target_group").values({ contribution_id: id, target_group }).execute();
  }
  for (const reference of cited.references) {
    await db
      .insertInto("contribution_reference")
      .values({ contribution_id: id, reference_id: reference.id, rule: reference.rule })
      .execute();
  }
  for (const { id: to_id, relation } of cited.links) {
    await db
      .insertInto("contribution_link")
      .values({ from_id: id, to_id, relation })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
