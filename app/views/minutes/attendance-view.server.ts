import { type AttendanceState, attended } from "#app/domain/minutes/attendance-states.ts";
import type { Attendance, AttendingPerson, Guest, SaidAttendance } from "#app/domain/minutes/find-attendance.server.ts";
import { label } from "#app/i18n/labels.ts";
import { agendaSession } from "#app/views/sessions/agenda-view.server.ts";
import { momentOf } from "#app/views/sessions/session-moment.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What was said of somebody's attendance, with the day in words. */
export interface SaidView extends Pick<SaidAttendance, "state" | "by"> {
  on: string;
}

/** Somebody of a session with what was said of their attendance. */
export interface AttendingView extends Omit<AttendingPerson, "institution" | "own" | "lead"> {
  institution: string | null;
  own: SaidView | null;
  lead: SaidView | null;
}

/** What pages of a record say of its session. */
export interface RecordSession {
  id: string;
  title: string;
  /** "Wednesday 4 November 2026, 09:30–11:00" */
  when: string;
  zone: string;
  round: { id: string; title: string };
  plenary: boolean;
}

/** The page of who was there. */
export interface AttendanceView extends Pick<Attendance, "begun" | "may"> {
  session: RecordSession;
  people: AttendingView[];
  guests: Guest[];
  /** Guests among them. */
  present: number;
  isClosed: boolean;
  /** What the viewer says of themselves. */
  mine: AttendanceState | null;
}

/** Writes who was invited and who was there. */
export function attendanceView(
  { session, record, people, guests, begun, may }: Attendance,
  actor: { accountId: string | null },
  viewer: Viewer,
): AttendanceView {
  return {
    session: recordSession(session, viewer),
    people: attendingInOrder(people, viewer),
    guests,
    present: people.filter(({ state }) => attended(state)).length + guests.length,
    isClosed: record.state === "final",
    begun,
    may,
    mine: people.find(({ accountId }) => accountId === actor.accountId)?.own?.state ?? null,
  };
}

/** Writes the session that a record is of. */
export function recordSession(session: Attendance["session"], viewer: Viewer): RecordSession {
  const { date, time, zone } = momentOf(session, viewer);
  const { title, round } = agendaSession(session, viewer);
  return { id: session.id, title, round, when: `${date}, ${time}`, zone, plenary: session.beneficiary === null };
}

const partOrder: readonly AttendingPerson["part"][] = ["organiser", "consultant", "interpreter", "delegate"];

/** Writes people by their part, and by name in the order of the viewer's alphabet. */
export function attendingInOrder(
  people: readonly AttendingPerson[],
  { locale, formats }: Pick<Viewer, "locale" | "formats">,
): AttendingView[] {
  const said = (one: SaidAttendance | null) => one && { state: one.state, by: one.by, on: formats.dateShort(one.at) };
  return people
    .map((person) => ({
      ...person,
      institution: person.institution && (label(person.institution, locale) || null),
      own: said(person.own),
      lead: said(person.lead),
    }))
    .sort((a, b) => partOrder.indexOf(a.part) - partOrder.indexOf(b.part) || formats.collator.compare(a.name, b.name));
}
