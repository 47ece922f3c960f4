import { disclosure } from "#app/domain/access/attribution.ts";
import type { Attribution, Kind, SharingLevel } from "#app/domain/codes.ts";
import type { WholeContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import type { LinkFacts } from "#app/domain/knowledge/find-links.server.ts";
import { yearOfNumber } from "#app/domain/knowledge/number-year.ts";
import type { Decision } from "#app/domain/knowledge/review-rules.ts";
import { isHigher } from "#app/domain/knowledge/sharing-level.ts";
import { capitalised, label, type ShownLabel, shownLabel } from "#app/i18n/labels.ts";
import { isLanguageCode, type LanguageCode } from "#app/i18n/languages.ts";
import { isNamed, wordsOfLanguage } from "#app/i18n/told-language.ts";
import { sure } from "#app/sure.ts";
import { type OriginView, originView } from "#app/views/contributions/origin-view.ts";
import { type SourceView, sourceView } from "#app/views/contributions/source-view.ts";
import {
  type SectionView,
  sectionViews,
  type TextLanguage,
  type TitleView,
  titleView,
  type VersionView,
  versionFor,
  versionViews,
} from "#app/views/contributions/version-view.ts";
import type { Viewer } from "#app/views/viewer.ts";
import { termLabel } from "#app/views/vocabulary/term-words.ts";

/** Another contribution that this one is tied to. */
export interface LinkView extends Omit<LinkFacts, "versions">, Omit<TitleView, "summary"> {}

/** Everything a page shows of a contribution to one viewer: finished strings, nothing that is not disclosed. */
export interface ContributionView extends OriginView {
  number: string;
  kind: Kind;
  depth: WholeContribution["depth"];
  status: WholeContribution["status"];
  sharing: SharingLevel;
  attribution: Attribution;
  group: ShownLabel;
  title: string;
  summary: string;
  bodyHtml: string;
  /** The language of the text where it is the original's, since the translation leaves it out. */
  bodyIn: TextLanguage | null;
  sections: SectionView[];
  /** The language of the texts above. */
  language: VersionView;
  versions: VersionView[];
  /** Name of the language the viewer wanted, where there is no version in it. */
  missingLanguage: string | null;
  source: SourceView;
  /** The viewer is told more of the source than others. */
  seesHiddenSource: boolean;
  /** "4 November 2020"; null where the day would tell the session. */
  submittedOn: string | null;
  updatedOn: string | null;
  themes: { code: string; label: string }[];
  targetGroups: { code: string; label: string }[];
  phase: string | null;
  evidenceStage: 0 | 1 | 2 | 3 | 4 | 5 | null;
  transferability: string | null;
  reviewBy: string | null;
  references: WholeContribution["references"];
  links: LinkView[];
  /** As others may quote it: never more than attribution discloses. */
  citation: { authors: string[]; group: ShownLabel; year: string; title: string; number: string };
  /** Why it was returned or archived, for those who know the source and for reviewers. */
  reviewReason: string | null;
  /** For those who review in the group: what may be decided now, perhaps nothing. */
  review: { revision: number; decisions: Decision[] } | null;
  withdrawalReason: string | null;
  /** The author stated, after a warning, that it is not about a prisoner; for others who check or decide. */
  guardStated: boolean;
  request: WholeContribution["request"];
  /** What was consented to and waits for a second reader, for those who may know of it. */
  waiting: WholeContribution["waiting"];
  /** The version above is read in the group alone: nobody but its writer has read it yet. */
  isHeldBack: boolean;
  /** For whoever could be the second reader of the version above. */
  second: { language: LanguageCode; revision: number } | null;
  /** Why it is shared beyond the group without a second reader. */
  unreadReason: string | null;
  may: WholeContribution["may"];
}

const isOriginal = ({ provenance }: { provenance: string }) => provenance === "original";

/**
 * Writes a contribution for its page.
 * @param language asks for a language version; without it the page's language is tried
 */
export function contributionView(
  facts: WholeContribution,
  viewer: Pick<Viewer, "locale" | "formats">,
  language: string | null = null,
): ContributionView {
  const { locale, formats } = viewer;
  const { number, kind, depth, status, sharing, attribution, decisions } = facts;
  const wanted = isLanguageCode(language) ? language : locale;
  const version = versionFor(facts.versions, wanted);
  const original = version.provenance === "original" ? null : (facts.versions.find(isOriginal) ?? null);
  const versions = versionViews(facts.versions, version);
  const disclosed = disclosure(attribution, facts.seesSource);
  const toRead = facts.toSecond.find((code) => code === version.language);
  const second = toRead ? { language: toRead, revision: facts.revision } : null;
  const source = sourceView(facts, disclosed, locale);
  const toOthers = sourceView(facts, disclosure(attribution, false), locale);
  const group = shownLabel(facts.group, locale);
  return {
    ...{ number, kind, depth, status, sharing, attribution },
    group,
    title: version.title,
    summary: version.summary,
    ...(original && version.bodyHtml === "" && original.bodyHtml !== ""
      ? { bodyHtml: original.bodyHtml, bodyIn: wordsOfLanguage(original.language) }
      : { bodyHtml: version.bodyHtml, bodyIn: null }),
    sections: sectionViews(kind, version, facts.sectionTerms, locale, original),
    language: sure(versions.find(({ current }) => current)),
    versions,
    missingLanguage: version.language === wanted || !isNamed(version.language) ? null : formats.languageName(wanted),
    source,
    seesHiddenSource: JSON.stringify(source) !== JSON.stringify(toOthers),
    submittedOn: disclosed.day && facts.submittedAt ? formats.dateShort(facts.submittedAt) : null,
    updatedOn: disclosed.day ? formats.dateShort(facts.updatedAt) : null,
    ...originView(facts, disclosed, viewer),
    themes: facts.themes.map(({ code, labels }) => ({ code, label: capitalised(label(labels, locale), locale) })),
    targetGroups: facts.targetGroups.map((term) => ({ code: term.code, label: termLabel(term, locale) })),
    phase: facts.phase && termLabel(facts.phase, locale),
    evidenceStage: facts.evidenceStage as ContributionView["evidenceStage"],
    transferability: facts.transferability,
    // Often a year after the day on which it was written.
    reviewBy: disclosed.day && facts.reviewBy ? formats.dateShort(`${facts.reviewBy}T12:00:00.000Z`) : null,
    references: facts.references,
    links: facts.links.map(({ versions: titles, ...link }) => {
      const { title, tag, selfName } = titleView(titles, locale);
      return { ...link, title, tag, selfName };
    }),
    citation: {
      // A wide beneficiary has no name to be quoted by.
      authors: [toOthers.person, toOthers.institution, toOthers.beneficiary?.name ?? null].filter(
        (name) => name !== null,
      ),
      group,
      year: String(yearOfNumber(number)),
      title: version.title,
      number,
    },
    reviewReason: disclosed.proceedings || decisions ? facts.reviewReason : null,
    // The revision goes to reviewers alone: it would tell others of changes they may not see.
    review: decisions && { revision: facts.revision, decisions },
    withdrawalReason: status === "withdrawn" ? facts.withdrawalReason : null,
    guardStated: facts.guardStated || (version.guardStated && second !== null),
    request: facts.request,
    waiting: facts.waiting,
    isHeldBack: facts.inGroup && !version.isSeconded && version.provenance !== "original" && isHigher(sharing, "group"),
    second,
    unreadReason: facts.unreadReason,
    may: facts.may,
  };
}
