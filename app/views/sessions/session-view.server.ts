import { hasBegun } from "#app/domain/minutes/minutes-state.ts";
import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { SessionOnPage } from "#app/domain/sessions/find-session.server.ts";
import type { PersonInSession } from "#app/domain/sessions/session-people.server.ts";
import { minutesBetween } from "#app/domain/sessions/session-time.server.ts";
import { label } from "#app/i18n/labels.ts";
import { languageTag } from "#app/i18n/languages.ts";
import { type AgendaView, agendaView } from "#app/views/sessions/agenda-view.server.ts";
import { momentOf, type SessionMoment } from "#app/views/sessions/session-moment.server.ts";
import { sessionTitle } from "#app/views/sessions/session-title.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** Somebody in a session as its page names them. */
export interface PersonView extends Omit<PersonInSession, "institution"> {
  institution: string | null;
}

/** The page of a session. */
export interface SessionView extends SessionMoment {
  id: string;
  groupId: string;
  group: string;
  title: string;
  /** Null for a plenary. */
  beneficiary: NameWithMark | null;
  round: { id: string; title: string };
  minutes: number;
  language: string;
  /** Value of `lang` for what is written in the session's language. */
  lang: string;
  joinLink: string | null;
  attribution: string;
  cancelled: boolean;
  cancellationReason: string | null;
  over: boolean;
  /** Whether people gather for it, or it goes on: then its live page is one step away. */
  gathers: boolean;
  agenda: AgendaView;
  people: PersonView[];
  may: SessionOnPage["may"];
}

/** Writes a session for its page. */
export function sessionView(session: SessionOnPage, viewer: Viewer): SessionView {
  const { id, groupId, attribution, cancelled, cancellationReason, over, may } = session;
  const { locale, formats } = viewer;
  return {
    ...momentOf(session, viewer),
    id,
    groupId,
    group: label(session.group, locale),
    title: sessionTitle(session, viewer),
    beneficiary: session.beneficiary && nameWithMark(session.beneficiary, locale),
    round: { id: session.round.id, title: label(session.round.titles, locale) },
    minutes: minutesBetween(session.startsAt, session.endsAt),
    language: formats.languageName(session.language),
    lang: languageTag(session.language),
    joinLink: cancelled ? null : session.joinLink,
    attribution,
    cancelled,
    cancellationReason,
    over,
    gathers: !cancelled && !over && hasBegun(session, viewer.now),
    agenda: agendaView(session.agenda, session, viewer),
    people: peopleInOrder(session.people, viewer),
    may,
  };
}

const partOrder = ["organiser", "consultant", "interpreter", "delegate"] as const;

function peopleInOrder(people: readonly PersonInSession[], { locale, formats }: Viewer): PersonView[] {
  return people
    .map((person) => ({ ...person, institution: person.institution && (label(person.institution, locale) || null) }))
    .sort((a, b) => partOrder.indexOf(a.part) - partOrder.indexOf(b.part) || formats.collator.compare(a.name, b.name));
}
