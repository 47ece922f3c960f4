import type { SimilarContribution } from "#app/domain/knowledge/find-similar.server.ts";
import { type TitleView, titleView } from "#app/views/contributions/version-view.ts";

/** A contribution that says much of the same: with `lang` and own name of its title's language. */
export interface SimilarView extends Omit<SimilarContribution, "versions">, Omit<TitleView, "summary"> {}

/** Writes a similar contribution for a list: its title in the language of the reader where there is one. */
export function similarView({ versions, ...similar }: SimilarContribution, locale: string): SimilarView {
  const { title, tag, selfName } = titleView(versions, locale);
  return { ...similar, title, tag, selfName };
}
