import type { Part } from "#app/domain/sessions/invited-people.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { minutesBetween } from "#app/domain/sessions/session-time.server.ts";

/** What the form of a session is filled in with, by field. */
export function sessionValues(session: SessionFacts, parts: ReadonlyMap<string, Part>) {
  const having = (wanted: Part) => [...parts].filter(([, part]) => part === wanted).map(([id]) => id);
  return {
    revision: String(session.revision),
    date: session.wallDate,
    time: session.wallTime,
    minutes: String(minutesBetween(session.startsAt, session.endsAt)),
    language: session.language,
    joinLink: session.joinLink ?? "",
    attribution: session.attribution,
    delegateIds: having("delegate"),
    consultantIds: having("consultant"),
    interpreterId: having("interpreter")[0] ?? "",
  };
}
