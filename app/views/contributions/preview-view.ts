import type { ContributionForm } from "#app/domain/knowledge/contribution-input.ts";
import { renderText } from "#app/domain/knowledge/render-text.server.ts";
import { templates } from "#app/domain/knowledge/templates.ts";
import { languages } from "#app/i18n/languages.ts";
import type { Text } from "#app/i18n/text.ts";
import type { SectionView } from "#app/views/contributions/version-view.ts";

/** What is being typed, as readers would see it. */
export interface PreviewView {
  name: string;
  summary: string;
  /** Of the texts. */
  lang: string;
  bodyHtml: string;
  sections: SectionView[];
  /** Why something cannot be shown. */
  faults: string[];
  /** The form it comes from. */
  back: string;
}

/** Writes what is being typed as readers would see it. What is chosen from lists is seen in the form as well. */
export function previewView({ input }: ContributionForm, back: string, text: Text): PreviewView {
  const { kind, title, summary, language, full } = input;
  const { text: rendered, faults } = renderText(kind, {
    ...{ title, summary, body: full?.body ?? "", details: full?.details ?? {} },
  });
  const sections = templates[kind].sections.flatMap(({ code, widget }): SectionView[] => {
    const plain = rendered.details[code];
    return plain && widget !== "choice" ? [{ code, html: rendered.detailsHtml[code], text: plain }] : [];
  });
  return {
    ...{ name: title, summary, lang: languages[language].tag, bodyHtml: rendered.bodyHtml, sections, back },
    faults: faults.map(({ message }) => text(message.key, message.params)),
  };
}
