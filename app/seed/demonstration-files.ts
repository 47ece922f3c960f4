import type { ReviewStep } from "#app/domain/access/contribution-status.ts";
import type { Answer, Attribution, Kind, RoundFormat, SharingLevel, Transferability } from "#app/domain/codes.ts";
import type { LinkRelation } from "#app/domain/knowledge/contribution-input.ts";
import type { Labels } from "#app/i18n/labels.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import beneficiariesFile from "#content/codes/beneficiaries.json";
import bs from "#content/demonstration/contributions/bs.json";
import cnr from "#content/demonstration/contributions/cnr.json";
import en from "#content/demonstration/contributions/en.json";
import hr from "#content/demonstration/contributions/hr.json";
import mk from "#content/demonstration/contributions/mk.json";
import sq from "#content/demonstration/contributions/sq.json";
import srCyrl from "#content/demonstration/contributions/sr-Cyrl.json";
import srLatn from "#content/demonstration/contributions/sr-Latn.json";
import programmeFile from "#content/demonstration/programme.json";
import recordsFile from "#content/demonstration/records.json";
import roundsFile from "#content/demonstration/rounds.json";
import todayFile from "#content/demonstration/today.json";

// The demonstration programme as it lies in `content/`. `tests/content` checks it against these shapes.

interface DemoPerson {
  address: string;
  name: string;
  role: "administrator" | "organiser" | "participant" | "consultant" | "observer";
  groups: string[];
  beneficiary?: string;
  institution?: string;
  speaks?: boolean;
  locale: string;
  zone: string;
}

interface DemoProgramme {
  name: Labels;
  description: Labels;
  fundingStatement: Labels;
  disclaimer: Labels;
  groups: { slug: string; code: string; name: Labels }[];
  institutions: { id: string; beneficiary: string | null; type: string; name: Labels }[];
  people: DemoPerson[];
}

export interface DemoSession {
  key: string;
  beneficiary: string | null;
  /** Null: not scheduled yet. */
  day: number | null;
  time: string | null;
  minutes: number;
  language: LanguageCode;
  consultants: string[];
  interpreter?: string;
  template: string;
  attribution: Attribution;
  joinLink: string | null;
  answers?: DemoAnswer[];
}

/** What somebody answered to the invitation. */
export interface DemoAnswer {
  person: string;
  answer: Answer;
  comment?: string;
  /** The organiser entered it. */
  byOrganiser?: boolean;
}

export interface DemoRound {
  group: string;
  slug: string;
  title: Labels;
  venue?: string;
  format: RoundFormat;
  zone: string;
  startsOn?: string;
  endsOn?: string;
  startsInDays?: number;
  days?: number;
  sessions: DemoSession[];
}

export interface DemoContribution {
  key: string;
  group: string;
  kind: Kind;
  author: string;
  session?: string;
  agendaKind?: string;
  beneficiary: string;
  institution?: string;
  language: LanguageCode;
  title: string;
  summary: string;
  body: string;
  details?: Record<string, string>;
  themes: string[];
  phase: string;
  targetGroups: string[];
  evidenceStage?: number;
  transferability?: Transferability;
  references?: { id: string; rule?: string }[];
  sharing: SharingLevel;
  attribution: Attribution;
  status: ReviewStep;
  depth: "snapshot" | "full";
  links?: { to: string; relation: LinkRelation }[];
  translations?: { language: LanguageCode; title: string; summary: string; body: string }[];
}

/** What remains of a past session. */
export interface DemoRecord {
  session: string;
  state: "draft" | "circulated" | "final";
  guest: { capacity: string; institution: string };
  /** By kind of agenda item. */
  minutes: Record<string, string>;
  decisions: { text: string; kind?: string }[];
  /** Due so many days after loading. */
  actions: { text: string; kind?: string; owner?: string; delegation?: string; dueInDays: number; done?: string }[];
}

/** A session that goes on when the demonstration is loaded. */
export interface DemoToday {
  startedMinutesAgo: number;
  round: DemoRound;
  /** What was said of items that are over, by their kind, in their order. */
  minutes: Record<string, string>;
  /** What is said of the item that is spoken about. */
  writing: { kind: string; text: string };
}

export const demoToday = todayFile as unknown as DemoToday;
export const demoRecords = recordsFile as unknown as DemoRecord[];
export const demoProgramme = programmeFile as unknown as DemoProgramme;
export const demoRounds = roundsFile as unknown as DemoRound[];
export const demoBeneficiaries = beneficiariesFile as unknown as {
  code: string;
  names: Labels;
  mark: string | null;
  footnote: Labels | null;
}[];
export const demoContributions = [en, bs, hr, srLatn, srCyrl, cnr, mk, sq].flat() as unknown as DemoContribution[];
