import type { TranslationForm } from "#app/domain/knowledge/find-translation-form.server.ts";
import { type SectionCode, sectionField } from "#app/domain/knowledge/templates.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import { type ContributionView, contributionView } from "#app/views/contributions/contribution-view.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** The form of a language version. */
export interface TranslationFormView {
  /** The contribution in its original language. */
  original: ContributionView;
  languages: LanguageCode[];
  /** What the version chosen says now; empty for a new one. */
  values: Record<string, string>;
}

/** Writes the form of a language version beside the original. */
export function translationFormView(
  form: TranslationForm,
  viewer: Pick<Viewer, "locale" | "formats">,
): TranslationFormView {
  const { contribution, languages, language, version } = form;
  const sections = Object.entries(version?.details ?? {});
  return {
    original: contributionView(contribution, viewer, contribution.versions[0]?.language),
    languages,
    values: {
      language,
      title: version?.title ?? "",
      summary: version?.summary ?? "",
      body: version?.body ?? "",
      ...Object.fromEntries(sections.map(([code, text]) => [sectionField(code as SectionCode), text])),
    },
  };
}
