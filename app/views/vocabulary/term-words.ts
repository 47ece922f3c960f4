import type { ListedTerm, Term } from "#app/domain/vocabulary/vocabulary.ts";
import { label } from "#app/i18n/labels.ts";

/** A value as a form offers it. */
export interface Choice {
  value: string;
  label: string;
}

/** A term in a language; its code where nobody has named it. */
export function termLabel({ code, labels }: Term, locale: string): string {
  return label(labels, locale) || code;
}

/** What a form offers. @param current codes that were chosen before, which stay even if they are retired */
export function termChoices(terms: readonly ListedTerm[], locale: string, current: readonly string[] = []): Choice[] {
  return terms
    .filter(({ code, isRetired }) => !isRetired || current.includes(code))
    .map((term) => ({ value: term.code, label: termLabel(term, locale) }));
}
