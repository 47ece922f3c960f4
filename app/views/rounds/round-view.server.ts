import type { Answer } from "#app/domain/codes.ts";
import type { RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { isOnline } from "#app/domain/rounds/round-formats.ts";
import type { ListedSession } from "#app/domain/sessions/find-sessions.server.ts";
import { isOver } from "#app/domain/sessions/session-state.ts";
import { createFormats } from "#app/domain/time/format.server.ts";
import { shiftDays } from "#app/domain/time/wall-time.server.ts";
import type { RoundOnPage } from "#app/domain/timetable/find-round.server.ts";
import type { ListedRound } from "#app/domain/timetable/find-rounds.server.ts";
import { label } from "#app/i18n/labels.ts";
import { clockOfRound, clockOfViewer } from "#app/views/rounds/round-clock.server.ts";
import { type Uncovered, uncoveredView } from "#app/views/rounds/uncovered-view.ts";
import { type SessionInList, sessionInList } from "#app/views/sessions/session-in-list.server.ts";
import type { Viewer } from "#app/views/viewer.ts";
import type { Day } from "#db/schema/columns.ts";

/** What every page says of a round. */
export interface RoundHeading {
  id: string;
  title: string;
  /** "4–6 November 2026" */
  dates: string;
  venue: string | null;
  format: string;
}

/** A round in a list. */
export interface RoundInList extends RoundHeading {
  /** Scheduled sessions that the viewer sees. */
  sessions: number;
}

/** A session of a round, with how many have not answered; 0 where nobody is asked, or the viewer is not told. */
export interface SessionOfRound extends SessionInList {
  unanswered: number;
  /** The viewer's answer; null where it is still asked for, undefined where it is not. */
  ownAnswer?: Answer | null;
  /** Whoever runs it is to add a link to the call. */
  lacksLink: boolean;
}

/** A day of a round: `title` is the whole date, `short` the weekday and the day. */
export interface RoundDay {
  day: Day;
  title: string;
  short: string;
  sessions: SessionOfRound[];
}

/** Whether people of a session to come have no way into it. */
function lacksLink(session: ListedSession, now: Date): boolean {
  return session.joinLink === null && !session.cancelled && !isOver(session, now);
}

/** The page of a round. */
export interface RoundView extends RoundHeading {
  groupId: string;
  isPast: boolean;
  zone: string;
  /** The viewer's clock where it is another one and differs by the same on all days: by how many minutes. */
  yours: { zone: string; minutes: number } | null;
  days: RoundDay[];
  delegations: RoundOnPage["delegations"];
  uncovered: Uncovered[];
  planned: RoundOnPage["planned"];
  may: RoundOnPage["may"];
  stored: RoundOnPage["stored"];
}

/** Writes title and days of a round. */
export function roundHeading(
  { id, titles, startsOn, endsOn, venue, format }: RoundFacts,
  viewer: Viewer,
): RoundHeading {
  const dates = viewer.formats.dateRange(startsOn, endsOn);
  return { id, title: label(titles, viewer.locale), dates, venue, format };
}

/** Writes the rounds of a group, those to come and those that are over. */
export function roundLists(rounds: Record<"upcoming" | "past", readonly ListedRound[]>, viewer: Viewer) {
  const listed = (round: ListedRound): RoundInList => ({ ...roundHeading(round, viewer), sessions: round.sessions });
  return { upcoming: rounds.upcoming.map(listed), past: rounds.past.map(listed) };
}

/** Writes a round with its timetable, day by day. */
export function roundView(round: RoundOnPage, viewer: Viewer): RoundView {
  const { groupId, isPast, delegations, planned, may, stored } = round;
  return {
    ...roundHeading(round, viewer),
    groupId,
    isPast,
    zone: clockOfRound(round, viewer),
    yours: clockOfViewer(round, viewer),
    days: daysOf(round, viewer),
    delegations,
    uncovered: uncoveredView(round.uncovered, viewer),
    planned,
    may,
    stored,
  };
}

function daysOf(round: RoundOnPage, viewer: Viewer): RoundDay[] {
  // A day is a day: named in UTC, no zone can shift it.
  const calendar = createFormats(viewer.locale, "UTC");
  const sessions = round.sessions.map((session) => ({
    ...sessionInList(session, viewer),
    unanswered: round.unanswered.get(session.id) ?? 0,
    ownAnswer: round.ownAnswers.get(session.id),
    lacksLink: round.may.plan && isOnline(round.format) && lacksLink(session, viewer.now),
  }));
  const days: RoundDay[] = [];
  for (let day = round.startsOn; day <= round.endsOn; day = shiftDays(day, 1)) {
    const title = calendar.date(`${day}T12:00:00Z`);
    const short = title.replace(/,? \S*\d{4}\.?$/, "");
    days.push({ day, title, short, sessions: sessions.filter((session) => session.day === day) });
  }
  return days;
}
