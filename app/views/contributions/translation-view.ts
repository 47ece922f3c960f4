import type { TranslationForm } from "#app/domain/knowledge/find-translation-form.server.ts";
import { versionValues } from "#app/domain/knowledge/form-values.ts";
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
  return {
    original: contributionView(contribution, viewer, contribution.versions[0]?.language),
    languages,
    values: versionValues(language, version),
  };
}
