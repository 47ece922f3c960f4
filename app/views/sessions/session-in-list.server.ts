import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { ListedSession } from "#app/domain/sessions/find-sessions.server.ts";
import { isGoingOn, isOver } from "#app/domain/sessions/session-state.ts";
import { minutesBetween } from "#app/domain/sessions/session-time.server.ts";
import { label, type ShownLabel, shownLabel } from "#app/i18n/labels.ts";
import { momentOf, type SessionMoment } from "#app/views/sessions/session-moment.server.ts";
import { sessionTitle } from "#app/views/sessions/session-title.ts";
import type { Viewer } from "#app/views/viewer.ts";
import type { Day } from "#db/schema/columns.ts";

/** A session in a list. */
export interface SessionInList extends SessionMoment {
  id: string;
  groupId: string;
  group: ShownLabel;
  roundId: string;
  round: string;
  title: string;
  /** Null for a plenary. */
  beneficiary: NameWithMark | null;
  day: Day;
  /** Minutes since midnight of the day at which it begins, on the session's clock. */
  start: number;
  minutes: number;
  language: string;
  /** Names, in the order of the viewer's alphabet. */
  consultants: string[];
  interpreter: string | null;
  /** Whether the viewer is invited, and not only an organiser of the group. */
  invited: boolean;
  joinLink: string | null;
  cancelled: boolean;
  over: boolean;
  running: boolean;
  /** "in 17 hours" */
  relative: string;
}

/** Writes a session for a list. */
export function sessionInList(session: ListedSession, viewer: Viewer): SessionInList {
  const { locale, formats, now } = viewer;
  const { id, groupId, startsAt, endsAt, wallDate, wallTime, invited, cancelled } = session;
  const named = (part: string) =>
    session.people
      .filter((person) => person.part === part)
      .map(({ name }) => name)
      .sort(formats.collator.compare);
  return {
    ...momentOf(session, viewer),
    id,
    groupId,
    group: shownLabel(session.group, locale),
    roundId: session.round.id,
    round: label(session.round.titles, locale),
    title: sessionTitle(session, viewer),
    beneficiary: session.beneficiary && nameWithMark(session.beneficiary, locale),
    day: wallDate,
    start: Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3)),
    minutes: minutesBetween(startsAt, endsAt),
    language: formats.languageName(session.language),
    consultants: named("consultant"),
    interpreter: named("interpreter")[0] ?? null,
    invited,
    joinLink: cancelled ? null : session.joinLink,
    cancelled,
    over: isOver(session, now),
    running: isGoingOn(session, now),
    relative: formats.relative(startsAt, now),
  };
}
