import { disclosure, stricter } from "#app/domain/access/attribution.ts";
import type { Kind } from "#app/domain/codes.ts";
import type { History, RevisionFacts } from "#app/domain/knowledge/find-history.server.ts";
import type { RevisionCause } from "#app/domain/knowledge/keep-revisions.server.ts";
import { wordsOfLanguage } from "#app/i18n/told-language.ts";
import { nextInLanguage } from "#app/views/contributions/differences-view.ts";
import { type SectionView, sectionViews } from "#app/views/contributions/version-view.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What a contribution once said. */
export interface PastVersion {
  /** Counted among those this viewer sees: the true count would tell of hidden ones. */
  position: number;
  /** Why it was replaced. */
  cause: RevisionCause;
  /** When and by whom it was replaced; null where that is not disclosed. */
  replacedOn: string | null;
  replacedBy: string | null;
  title: string;
  summary: string;
  bodyHtml: string;
  sections: SectionView[];
  kind: Kind;
  tag: string;
  /** Null where it is not told. */
  selfName: string | null;
  /** Whether there is a later text in its language, to compare it with. */
  isComparable: boolean;
  /** Whether the viewer may take it up again. */
  mayRestore: boolean;
}

/** The page of a history. */
export interface HistoryView {
  number: string;
  /** Newest first. */
  versions: PastVersion[];
  /** Before which position older ones are found; null where there are none. */
  older: number | null;
}

/** Versions that are read at a time: each may have ten texts of twenty thousand characters. */
const MOST_VERSIONS = 20;

/**
 * Writes the history of a contribution, so many versions at a time.
 * @param before the position before which to begin; null for the newest
 */
export function historyView(
  history: History,
  { locale, formats }: Pick<Viewer, "locale" | "formats">,
  before: number | null = null,
): HistoryView {
  const { contribution, revisions, versions, sectionTerms, mayRestore } = history;
  const original = versions.find(({ provenance }) => provenance === "original");
  const end = Math.max(0, Math.min(revisions.length, (before ?? Number.POSITIVE_INFINITY) - 1));
  const first = Math.max(0, end - MOST_VERSIONS);
  const past = revisions.slice(first, end).map((revision, nth): PastVersion => {
    const at = first + nth;
    const { cause, language, kind, title, summary, bodyHtml, ...content } = revision.content;
    const { tag, selfName } = wordsOfLanguage(language);
    return {
      ...{ position: at + 1, cause, kind, title, summary, bodyHtml, tag, selfName },
      sections: sectionViews(kind, content, sectionTerms, locale),
      isComparable: nextInLanguage(history, at + 1) !== undefined,
      mayRestore: mayRestore && language === original?.language,
      ...replaced(revision, contribution, formats),
    };
  });
  return { number: contribution.number, versions: past.reverse(), older: first > 0 ? first + 1 : null };
}

function replaced(
  { attribution, replacedAt, replacedBy }: RevisionFacts,
  contribution: History["contribution"],
  formats: Viewer["formats"],
) {
  // What was attributed more strictly then or is now stays so.
  const disclosed = disclosure(stricter(attribution, contribution.attribution), contribution.seesSource);
  // Who is named as the person of a contribution may be named as who changed it; nobody else is.
  const isNamed = disclosed.proceedings || (disclosed.person && replacedBy.id === contribution.authorId);
  return {
    replacedOn: disclosed.day ? formats.dateShort(replacedAt) : null,
    replacedBy: isNamed ? replacedBy.name : null,
  };
}
