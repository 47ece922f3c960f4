import { evidenceStages, type Kind } from "#app/domain/codes.ts";
import type { ContributionForm, FullFields } from "#app/domain/knowledge/contribution-input.ts";
import type { SectionTerms } from "#app/domain/knowledge/find-contribution.server.ts";
import { renderText } from "#app/domain/knowledge/render-text.server.ts";
import type { Value, Vocabulary } from "#app/domain/search/query/search-vocabulary.server.ts";
import { languages } from "#app/i18n/languages.ts";
import { type SectionView, sectionViews } from "#app/views/contributions/version-view.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What is chosen from lists, in words; null and empty where nothing is. */
export interface PreviewFacts {
  evidenceStage: (typeof evidenceStages)[number] | null;
  transferability: FullFields["transferability"];
  phase: string | null;
  themes: string[];
  targetGroups: string[];
  /** "4 Nov 2026" */
  reviewBy: string | null;
}

/** What is being typed, as readers would see it. */
export interface PreviewView extends PreviewFacts {
  kind: Kind;
  name: string;
  summary: string;
  /** Of the texts. */
  lang: string;
  /** The name of that language in itself. */
  selfName: string;
  bodyHtml: string;
  sections: SectionView[];
  /** Why something cannot be shown. */
  faults: string[];
  /** The form it comes from. */
  back: string;
}

/** The lists from which something is chosen. */
export interface PreviewLists {
  terms: SectionTerms;
  vocabulary: Pick<Vocabulary, "themes" | "phases" | "targetGroups">;
}

/** Writes what is being typed as readers would see it. */
export function previewView({ input }: ContributionForm, back: string, lists: PreviewLists, viewer: Viewer) {
  const { kind, title, summary, language, full } = input;
  const { text: rendered, faults } = renderText(kind, {
    ...{ title, summary, body: full?.body ?? "", details: full?.details ?? {} },
  });
  const { tag: lang, selfName } = languages[language];
  return {
    ...{ kind, name: title, summary, lang, selfName, bodyHtml: rendered.bodyHtml, back },
    ...factsOf(full, lists, viewer),
    sections: sectionViews(kind, rendered, lists.terms, viewer.locale),
    faults: faults.map(({ message }) => viewer.text(message.key, message.params)),
  } satisfies PreviewView;
}

function factsOf(full: FullFields | undefined, { vocabulary }: PreviewLists, { formats }: Viewer): PreviewFacts {
  const { themes = [], targetGroups = [], phase = null, reviewBy = null } = full ?? {};
  return {
    evidenceStage: evidenceStages.find((stage) => stage === full?.evidenceStage) ?? null,
    transferability: full?.transferability ?? null,
    phase: labelsOf(vocabulary.phases, phase === null ? [] : [phase])[0] ?? null,
    themes: labelsOf(vocabulary.themes, themes),
    targetGroups: labelsOf(vocabulary.targetGroups, targetGroups),
    reviewBy: reviewBy && formats.dateShort(`${reviewBy}T12:00:00.000Z`),
  };
}

function labelsOf(values: readonly Value[], codes: readonly string[]): string[] {
  return values.filter(({ code }) => codes.includes(code)).map(({ label }) => label);
}
