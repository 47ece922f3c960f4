import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** Themes by the id of their contribution. */
export type ThemesOf = ReadonlyMap<string, readonly Labels[]>;

/** The themes of contributions that the actor has been shown already, in the order of the taxonomy. */
export async function findThemesOf(db: Db, contributionIds: readonly string[]): Promise<ThemesOf> {
  const themes = new Map<string, Labels[]>();
  if (contributionIds.length === 0) return themes;
  const rows = await db
    .selectFrom("contribution_theme")
    .innerJoin("theme", "theme.id", "contribution_theme.theme_id")
    .select(["contribution_theme.contribution_id", "theme.labels"])
    .where("contribution_theme.contribution_id", "in", [...contributionIds])
    .orderBy("theme.position")
    .orderBy("theme.code")
    .execute();
  for (const { contribution_id, labels } of rows) {
    themes.set(contribution_id, [...(themes.get(contribution_id) ?? []), parseLabels(labels)]);
  }
  return themes;
}
