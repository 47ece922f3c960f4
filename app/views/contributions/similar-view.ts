import type { SimilarContribution } from "#app/domain/knowledge/find-similar.server.ts";
import { wordsOfLanguage } from "#app/i18n/told-language.ts";

/** A contribution that says much of the same: with `lang` and own name of its title's language. */
export interface SimilarView extends Omit<SimilarContribution, "language"> {
  tag: string;
  selfName: string | null;
}

/** Writes a similar contribution for a list. */
export function similarView({ language, ...similar }: SimilarContribution): SimilarView {
  const { tag, selfName } = wordsOfLanguage(language);
  return { ...similar, tag, selfName };
}
