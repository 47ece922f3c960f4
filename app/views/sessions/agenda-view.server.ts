import type { Agenda, AgendaEntry, AgendaToEdit, RemovedItem } from "#app/domain/sessions/find-agenda.server.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { minutesBetween } from "#app/domain/sessions/session-time.server.ts";
import type { ItemKind } from "#app/domain/vocabulary/vocabulary.ts";
import { label } from "#app/i18n/labels.ts";
import { languageTag } from "#app/i18n/languages.ts";
import { formatsOf } from "#app/views/sessions/session-moment.server.ts";
import { sessionTitle } from "#app/views/sessions/session-title.ts";
import type { Viewer } from "#app/views/viewer.ts";
import { termLabel } from "#app/views/vocabulary/term-words.ts";

/** An agenda item as a page shows it. */
export interface AgendaItemView extends Omit<AgendaEntry, "startsAt" | "kind"> {
  kind: Pick<ItemKind, "captures" | "isBreak"> & { label: string };
  /** "09:30" in the session's zone; null for internal items, which stand beside the clock. */
  start: string | null;
}

/** An agenda as a page shows it: `total` and `excess` are minutes. */
export interface AgendaView extends Omit<Agenda, "items"> {
  items: AgendaItemView[];
}

/** Writes an agenda on the clock of its session. */
export function agendaView({ items, total, excess }: Agenda, session: SessionFacts, viewer: Viewer): AgendaView {
  const formats = formatsOf(session, viewer);
  return {
    total,
    excess,
    items: items.map(({ startsAt, kind, ...item }) => ({
      ...item,
      kind: { captures: kind.captures, isBreak: kind.isBreak, label: termLabel(kind, viewer.locale) },
      start: startsAt && formats.time(startsAt),
    })),
  };
}

/** The session of an agenda: the way to it leads through its round. */
export interface AgendaSession {
  title: string;
  attribution: string;
  round: { id: string; title: string };
}

function roundOf({ round }: SessionFacts, { locale }: Viewer): AgendaSession["round"] {
  return { id: round.id, title: label(round.titles, locale) };
}

/** What the forms of an agenda say of its session. */
export function agendaSession(session: SessionFacts, viewer: Viewer): AgendaSession {
  return { title: sessionTitle(session, viewer), attribution: session.attribution, round: roundOf(session, viewer) };
}

/** The page on which an agenda is made. */
export interface AgendaEditView extends AgendaView {
  title: string;
  round: AgendaSession["round"];
  /** Of the session, in minutes. */
  length: number;
  /** Value of `lang` for what is written in the session's language. */
  lang: string;
  removed: RemovedItem[];
}

/** Writes an agenda for somebody who changes it. */
export function agendaEditView(agenda: AgendaToEdit, viewer: Viewer): AgendaEditView {
  const { session, removed } = agenda;
  const lang = languageTag(session.language);
  const length = minutesBetween(session.startsAt, session.endsAt);
  const heading = { title: sessionTitle(session, viewer), round: roundOf(session, viewer), length, lang };
  return { ...heading, ...agendaView(agenda, session, viewer), removed };
}
