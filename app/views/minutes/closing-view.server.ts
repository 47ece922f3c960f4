import type { Minutes } from "#app/domain/minutes/find-minutes.server.ts";
import { formatsOf } from "#app/views/sessions/session-moment.server.ts";
import type { Viewer } from "#app/views/viewer.ts";
import type { Instant } from "#db/schema/columns.ts";

/** What is still open before minutes are made final, in words; null for what is not. */
export interface ClosingView {
  window: string | null;
  waiting: string | null;
}

/** Writes what is open; null where nothing is, and for who does not make minutes final. */
export function closingView({ openBeforeFinal, session }: ClosedMinutes, viewer: Viewer): ClosingView | null {
  if (!openBeforeFinal) return null;
  const { until, waiting } = openBeforeFinal;
  if (until === null && waiting === 0) return null;
  const { text } = viewer;
  return {
    window: until && text("minutes.stateNote.circulated", { until: untilWhen(until, session, viewer) }),
    waiting: waiting > 0 ? text("minutes.waitingCount", { count: waiting }) : null,
  };
}

/** Why minutes cannot be made final now, in a sentence or two; null where they can. */
export function notFinalYet(minutes: ClosedMinutes, viewer: Viewer): string | null {
  const { state } = minutes.record;
  if (state !== "circulated") return viewer.text(state === "final" ? "minutes.isFinal" : "minutes.notCirculated");
  const open = closingView(minutes, viewer);
  return open && [open.window, open.waiting].filter((sentence) => sentence !== null).join(" ");
}

/** A moment with its day, hour and zone, in the zone of the session. */
export function untilWhen(at: Instant, session: { zone: string; city: string }, viewer: Viewer): string {
  const formats = formatsOf(session, viewer);
  return `${formats.dateTime(at)}, ${formats.zoneLabel(at)}`;
}

type ClosedMinutes = Pick<Minutes, "session" | "record" | "openBeforeFinal">;
