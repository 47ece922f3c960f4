import type { Labels } from "#app/i18n/labels.ts";

/** Words in which a question was put, in the language of its session. */
export interface AskedWords {
  title: string;
  language: string;
}

/**
 * A question by language: as it was asked last in each; in languages in which it was not asked, as a template has it
 * that says the same. A template whose words were changed for the agenda, in whichever language, says something else.
 * @param asked earliest first
 * @param templates of lesser weight first; where nothing was asked yet they alone say what the question is
 */
export function questionTitles(asked: readonly AskedWords[], templates: readonly Labels[]): Labels {
  const last: Labels = Object.fromEntries(asked.map(({ language, title }) => [language, title]));
  const words = Object.values(last);
  const same = templates.filter(
    (titles) => words.length === 0 || words.some((title) => Object.values(titles).includes(title)),
  );
  return Object.assign({}, ...same, last);
}
