import type { Actor } from "#app/domain/access/actor.ts";
import { isOpen } from "#app/domain/access/contribution-status.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { contributionSubject, findContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { findContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import type { ReadingOptions } from "#app/domain/knowledge/reading-options.server.ts";
import type { ContributionView } from "#app/domain/knowledge/record-view.ts";
import { type SectionCode, sectionField } from "#app/domain/knowledge/templates.ts";
import { isLanguageCode, type LanguageCode, languageCodes } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

export interface TranslationFormData {
  /** The record in its original language. */
  original: ContributionView;
  languages: LanguageCode[];
  /** What the version chosen says now; empty for a new one. */
  values: Record<string, string>;
}

/**
 * The form of a language version, beside the original.
 * @throws NotFound, Forbidden
 */
export async function findTranslationForm(
  db: Db,
  actor: Actor,
  number: string,
  options: ReadingOptions,
): Promise<TranslationFormData> {
  const row = await findContributionRow(db, actor, number);
  authorise(actor, "contribution.edit", contributionSubject(actor, row));
  if (!isOpen(row.status)) throw new NotFound("form");
  const versions = await db
    .selectFrom("contribution_version")
    .selectAll()
    .where("contribution_id", "=", row.id)
    .execute();
  const first = versions.find(({ provenance }) => provenance === "original")!.language;
  const languages = languageCodes.filter((code) => code !== first);
  const asked = isLanguageCode(options.language) ? options.language : options.locale;
  const language = languages.find((code) => code === asked) ?? languages[0]!;
  const known = versions.find((version) => version.language === language);
  const details = known ? (JSON.parse(known.details) as Record<SectionCode, string>) : {};
  return {
    original: await findContribution(db, actor, number, { ...options, language: first }),
    languages,
    values: {
      language,
      title: known?.title ?? "",
      summary: known?.summary ?? "",
      body: known?.body ?? "",
      ...Object.fromEntries(Object.entries(details).map(([code, text]) => [sectionField(code as SectionCode), text])),
    },
  };
}
