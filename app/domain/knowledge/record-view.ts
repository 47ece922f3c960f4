import type { Attribution, Kind, SharingLevel } from "#app/domain/codes.ts";
import type { LinkRelation } from "#app/domain/knowledge/contribution-input.ts";
import type { Decision } from "#app/domain/knowledge/review-rules.ts";
import type { SectionCode } from "#app/domain/knowledge/templates.ts";
import type { NameWithMark } from "#app/domain/programme/beneficiary-name.ts";

/** A section of the template as it is read: HTML of its Markdown, a line of text, or a code. */
export type SectionView =
  | { code: SectionCode; html?: string; text?: string; choice?: undefined }
  | { code: "causeType" | "needType"; choice: string; html?: undefined; text?: undefined };

/** A language a record can be read in. */
export interface VersionView {
  language: string;
  /** For `lang`. */
  tag: string;
  selfName: string;
  provenance: "original" | "translated" | "machine" | "reviewed";
  current: boolean;
}

export interface LinkView {
  relation: LinkRelation;
  /** `to`: this record points there; `from`: the other points here. */
  direction: "to" | "from";
  number: string;
  kind: Kind;
  title: string;
  /** Set where it is not the language of the page. */
  tag: string | null;
  selfName: string | null;
}

/** From whom a record comes, as far as this reader is told. What attribution hides is null. */
export interface SourceView {
  person: string | null;
  institution: string | null;
  institutionType: string | null;
  /** Code, with the finished name where it is a beneficiary of the programme. */
  beneficiary: { code: string; name: NameWithMark | null } | null;
}

/** Everything a page shows of a record to one reader: finished strings, nothing that this reader may not see. */
export interface ContributionView {
  number: string;
  kind: Kind;
  depth: "snapshot" | "full";
  status: string;
  sharing: SharingLevel;
  attribution: Attribution;
  groupName: string;
  title: string;
  summary: string;
  bodyHtml: string;
  sections: SectionView[];
  /** The language of the texts above. */
  language: VersionView;
  versions: VersionView[];
  /** Name of the language the reader wanted, where there is no version in it. */
  missingLanguage: string | null;
  source: SourceView;
  /** The reader sees more of the source than attribution tells others. */
  seesHiddenSource: boolean;
  /** "4 November 2020"; null where the day would tell the session. */
  submittedOn: string | null;
  updatedOn: string | null;
  year: string;
  round: { title: string; href: string | null } | null;
  session: { beneficiary: NameWithMark | null; date: string; href: string } | null;
  item: { title: string; href: string } | null;
  themes: { code: string; label: string }[];
  targetGroups: string[];
  phase: string | null;
  evidenceStage: 0 | 1 | 2 | 3 | 4 | 5 | null;
  transferability: string | null;
  reviewBy: string | null;
  references: { id: string; identifier: string; title: string; rule: string }[];
  links: LinkView[];
  /** As others may quote it: never more than attribution tells. */
  citation: { authors: string[]; group: string; year: string; title: string; number: string };
  /** Why it was returned or archived, for those who know the source and for reviewers. */
  reviewReason: string | null;
  /** For those who review in the group: what may be decided now, perhaps nothing. */
  review: { revision: number; decisions: Decision[] } | null;
  withdrawalReason: string | null;
  /** The author stated, after a warning, that it is not about a prisoner; for others who check or decide. */
  guardStated: boolean;
  request: { id: string; toLevel: SharingLevel } | null;
  may: {
    edit: boolean;
    complete: boolean;
    withdraw: boolean;
    ask: boolean;
    decide: boolean;
    lower: boolean;
  };
}
