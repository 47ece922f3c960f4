import type { Answer } from "#app/domain/codes.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import plansFile from "#content/demonstration/plans.json";

// The planned rounds of the demonstration as they lie in `content/`. `tests/content` checks them against these shapes.

/** When somebody cannot: parts of days of the round, both counted from 0. */
export interface DemoBusy {
  person: string;
  busy: { day: number; part: number }[];
  /** The organiser entered it. */
  byOrganiser?: boolean;
}

/** What somebody answered to an invitation, and how; on the page without a way. */
export interface DemoPlanAnswer {
  delegation: string;
  person: string;
  answer: Answer;
  comment?: string;
  way?: "mail" | "link" | "proxy";
}

/** How a round of the demonstration is planned. */
export interface DemoPlan {
  /** Slug of the round. */
  round: string;
  template: string;
  /** Length of each session. */
  minutes: number;
  frame: {
    slotMinutes: number;
    bufferMinutes: number;
    mostAtOnce: number | null;
    pause: { from: string; to: string };
    from: string;
    to: string;
  };
  pairings: {
    delegation: string;
    language: LanguageCode;
    consultants: string[];
    interpreter?: string;
    joinLink: string;
    day: number;
    time: string;
  }[];
  availability: DemoBusy[];
  otherDraft: { name: string; moves: { delegation: string; day: number; time: string }[] };
  answers: DemoPlanAnswer[];
  /** What somebody says of their time once the timetable is released. */
  afterRelease: DemoBusy;
}

export const demoPlans = plansFile as unknown as DemoPlan[];
