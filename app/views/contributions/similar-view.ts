import type { SimilarContribution } from "#app/domain/knowledge/find-similar.server.ts";
import { languages } from "#app/i18n/languages.ts";

/** A contribution that says much of the same: with `lang` and own name of its title's language. */
export interface SimilarView extends Omit<SimilarContribution, "language"> {
  tag: string;
  selfName: string;
}

/** Writes a similar contribution for a list. */
export function similarView({ language, ...similar }: SimilarContribution): SimilarView {
  const { tag, selfName } = languages[language];
  return { ...similar, tag, selfName };
}
