import type { Stored } from "#app/domain/imports/plan-line.ts";
import type { Db } from "#db/store.ts";

/** What was imported to a group under some external ids, by the id: one statement, however many. */
export async function findByExternalId(
  db: Db,
  groupId: string,
  externalIds: readonly string[],
): Promise<Map<string, Stored>> {
  if (externalIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("contribution")
    .leftJoin("contribution_version as translation", (join) =>
      join.onRef("translation.contribution_id", "=", "contribution.id").on("translation.provenance", "<>", "original"),
    )
    .select([
      "contribution.id",
      "contribution.group_id",
      "contribution.number",
      "contribution.kind",
      "contribution.depth",
      "contribution.status",
      "contribution.author_id",
      "contribution.delegation_id",
      "contribution.attribution",
      "contribution.import_digest",
      "contribution.sharing",
      "contribution.revision",
      "contribution.external_id",
      "translation.language",
    ])
    .where("contribution.group_id", "=", groupId)
    .where("contribution.external_id", "in", externalIds)
    .execute();
  const stored = new Map<string, Stored & { translations: string[] }>();
  for (const { external_id, language, ...row } of rows) {
    const known = stored.get(external_id ?? "");
    if (known) known.translations.push(language ?? "");
    else stored.set(external_id ?? "", { ...row, translations: language === null ? [] : [language] });
  }
  return stored;
}
