import type { ClashingPerson, ListedClash } from "#app/domain/planning/clashes.server.ts";
import type { ClashOnPage } from "#app/domain/planning/keep-time.server.ts";
import { type SessionInList, sessionInList } from "#app/views/sessions/session-in-list.server.ts";
import { sessionTitle } from "#app/views/sessions/session-title.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** A session at which somebody cannot, in a list. */
export interface ClashView extends SessionInList {
  /** Their names, in the order of the viewer's alphabet. */
  cannot: string[];
}

/** Writes a session at which somebody cannot. */
export function clashView({ session, people }: ListedClash, viewer: Viewer): ClashView {
  return { ...sessionInList(session, viewer), cannot: namesOf(people, viewer) };
}

/** What the page of a session says of those who cannot then. */
export interface SessionClashView {
  session: { id: string; title: string };
  roundId: string;
  /** About whom nobody has decided yet. */
  open: { names: string[]; ids: string[] };
  /** "Ana Primjerić: kept by Nora on 3 November 2026" */
  kept: string[];
}

/** Writes who cannot at the time of a session, and what was decided about it. */
export function sessionClashView({ session, clash }: ClashOnPage, viewer: Viewer): SessionClashView {
  const people = clash?.people ?? [];
  const open = people.filter(({ kept }) => kept === null);
  return {
    session: { id: session.id, title: sessionTitle(session, viewer) },
    roundId: session.round.id,
    open: { names: namesOf(open, viewer), ids: open.map(({ accountId }) => accountId) },
    kept: people.flatMap(({ name, kept }) =>
      kept ? [viewer.text("availability.keptBy", { name, by: kept.by, day: viewer.formats.date(kept.at) })] : [],
    ),
  };
}

function namesOf(people: readonly ClashingPerson[], { formats }: Pick<Viewer, "formats">): string[] {
  return people.map(({ name }) => name).sort(formats.collator.compare);
}
