import { type Labels, languagesFor } from "#app/i18n/labels.ts";
import { type LanguageCode, languageCodes } from "#app/i18n/languages.ts";

/** The texts of an item of an agenda template. */
export interface TemplateTexts {
  titles: Labels;
  descriptions: Labels;
}

/** The languages in which a template is whole: every title, and every description that there is. */
export function wholeIn(items: readonly TemplateTexts[]): LanguageCode[] {
  return languageCodes.filter((code) =>
    items.every(({ titles, descriptions }) => titles[code] && (descriptions[code] || !isWritten(descriptions))),
  );
}

/**
 * The language that an agenda is made in from a template: the one of the session or, all of it, another. Half in one
 * and half in another it is only where the template is whole in none.
 * @param whole the languages in which the template is whole
 */
export function languageTaken(whole: readonly LanguageCode[], wanted: string): string {
  return languagesFor(wanted).find((code) => whole.includes(code)) ?? wanted;
}

function isWritten(labels: Labels): boolean {
  return Object.values(labels).some((text) => text !== "");
}
