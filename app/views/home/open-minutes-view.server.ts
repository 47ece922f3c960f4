import type { OpenMinutes } from "#app/domain/home/open-minutes.server.ts";
import { momentOf } from "#app/views/sessions/session-moment.server.ts";
import { sessionTitle } from "#app/views/sessions/session-title.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** Minutes that wait for the viewer, in a list. */
export interface OpenMinutesView {
  id: string;
  title: string;
  date: string;
  /** What they wait for. */
  wait: string;
}

/** Writes what minutes wait for. */
export function openMinutesView({ session, ...open }: OpenMinutes, viewer: Viewer): OpenMinutesView {
  return {
    id: session.id,
    title: sessionTitle(session, viewer),
    date: momentOf(session, viewer).date,
    wait: waitOf(open, viewer),
  };
}

function waitOf({ amendableUntil, toDecide, next }: Omit<OpenMinutes, "session">, { text, formats }: Viewer): string {
  if (amendableUntil) return text("home.minutesAmend", { when: formats.dateTime(amendableUntil) });
  if (toDecide > 0) return text("home.minutesDecide", { count: toDecide });
  return text(next === "finalise" ? "home.minutesFinalise" : "home.minutesCirculate");
}
