import { type Fault, Refused } from "#app/domain/errors.ts";
import { Clashes } from "#app/domain/sessions/clashes.ts";
import { label } from "#app/i18n/labels.ts";
import { formatsOf } from "#app/views/sessions/session-moment.server.ts";
import { sessionTitle } from "#app/views/sessions/session-title.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** Runs a deed; people who would be in two places are named in the viewer's language, on the clock of the form. */
export async function explainClashes<T>(viewer: Viewer, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof Clashes ? inWords(error, viewer) : error;
  }
}

function inWords(error: Clashes, viewer: Viewer): Refused {
  const { locale } = viewer;
  const confirm = error.faults.filter(({ field }) => field === "confirmConflicts");
  const lines = error.clashes.map(({ person, startsAt, endsAt, clock, session }, at): Fault => {
    const formats = formatsOf(clock, viewer);
    const span = formats.span(startsAt, endsAt);
    const time = `${formats.dateShort(startsAt)}, ${span.time}, ${span.zone}`;
    const field = error.fieldOf(at);
    if (!session) return { field, message: { key: "sessions.clash", params: { person, time } } };
    const title = sessionTitle(session, viewer);
    const group = label(session.group, locale);
    return { field, message: { key: "sessions.clashSeen", params: { person, time, title, group } } };
  });
  return new Refused([...confirm, ...lines]);
}
