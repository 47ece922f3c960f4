import type { Kind } from "#app/domain/codes.ts";
import type { SectionView, VersionView } from "#app/domain/knowledge/record-view.ts";
import { type SectionCode, templates } from "#app/domain/knowledge/templates.ts";
import { type LanguageCode, languageCodes, languages } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

export interface VersionText {
  title: string;
  summary: string;
  bodyHtml: string;
  sections: SectionView[];
}

/**
 * The language versions of a record, and the text of one: the language asked for, else the page's, else the original.
 * @returns `found: false` when the wanted language is not there, so that the page can say so
 */
export async function findVersions(
  db: Db,
  record: { id: string; kind: Kind },
  wanted: string,
): Promise<{ versions: VersionView[]; current: VersionView; text: VersionText; found: boolean }> {
  const rows = await db
    .selectFrom("contribution_version")
    .selectAll()
    .where("contribution_id", "=", record.id)
    .execute();
  rows.sort((a, b) => order(a) - order(b));
  const chosen = rows.find(({ language }) => language === wanted) ?? rows[0];
  if (!chosen) throw new Error(`Contribution ${record.id} has no text`);
  const versions = rows.map((row) => ({
    language: row.language,
    tag: languages[row.language as LanguageCode].tag,
    selfName: languages[row.language as LanguageCode].selfName,
    provenance: row.provenance,
    current: row === chosen,
  }));
  const details = JSON.parse(chosen.details) as Record<string, string>;
  const detailsHtml = JSON.parse(chosen.details_html) as Record<string, string>;
  return {
    versions,
    current: versions.find(({ current }) => current)!,
    text: {
      title: chosen.title,
      summary: chosen.summary,
      bodyHtml: chosen.body_html,
      sections: sectionsOf(record.kind, details, detailsHtml),
    },
    found: chosen.language === wanted,
  };
}

/** The sections of a kind that say something, in the order of the template. */
export function sectionsOf(
  kind: Kind,
  details: Readonly<Record<string, string>>,
  detailsHtml: Readonly<Record<string, string>>,
): SectionView[] {
  const sections: SectionView[] = [];
  for (const { code, widget } of templates[kind].sections) {
    const text = details[code as SectionCode];
    if (!text) continue;
    if (widget === "markdown") sections.push({ code, html: detailsHtml[code] ?? "" });
    else if (widget === "choice") sections.push({ code, choice: text });
    else sections.push({ code, text });
  }
  return sections;
}

/** The original first, then as pickers list languages. */
function order(row: { language: string; provenance: string }): number {
  return row.provenance === "original" ? -1 : languageCodes.indexOf(row.language as LanguageCode);
}
