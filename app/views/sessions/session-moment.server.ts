import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { isCity } from "#app/domain/time/city-zones.ts";
import { createFormats, type Formats } from "#app/domain/time/format.server.ts";
import { toWall } from "#app/domain/time/wall-time.server.ts";
import type { Viewer } from "#app/views/viewer.ts";
import type { Instant } from "#db/schema/columns.ts";

/** When a session is, in finished strings: in its own zone, and in the viewer's where that differs. */
export interface SessionMoment {
  /** For `<time datetime>`. */
  startsAt: Instant;
  /** "Wednesday 4 November 2026" */
  date: string;
  /** "09:30–11:00" */
  time: string;
  /** "Sarajevo (UTC+1)" */
  zone: string;
  /** The viewer's own, with the date where it is another day; null where the clocks agree. */
  yours: { time: string; zone: string } | null;
}

/** Writes the time of a session for a viewer. */
export function momentOf(session: SessionFacts, viewer: Viewer): SessionMoment {
  const { startsAt, endsAt, zone } = session;
  const theirs = formatsOf(session, viewer);
  const there = toWall(startsAt, zone);
  const here = toWall(startsAt, viewer.zone);
  const agree = there.offset === here.offset && toWall(endsAt, zone).offset === toWall(endsAt, viewer.zone).offset;
  const mine = viewer.formats.span(startsAt, endsAt);
  const span = theirs.span(startsAt, endsAt);
  return {
    startsAt,
    date: theirs.date(startsAt),
    time: span.time,
    zone: span.zone,
    yours: agree
      ? null
      : {
          time: there.date === here.date ? mine.time : `${viewer.formats.date(startsAt)}, ${mine.time}`,
          zone: mine.zone,
        },
  };
}

/** When a session is on one clock, in words: "Wednesday 4 November 2026, 09:00–10:00" and "Sarajevo (UTC+1)". */
export function momentIn(
  formats: Formats,
  { startsAt, endsAt }: Pick<SessionFacts, "startsAt" | "endsAt">,
): { when: string; zone: string } {
  const { time, zone } = formats.span(startsAt, endsAt);
  return { when: `${formats.date(startsAt)}, ${time}`, zone };
}

/** Formats in the zone of a session or round, which names the city it was picked by. */
export function formatsOf({ zone, city }: { zone: string; city: string }, viewer: Pick<Viewer, "locale">): Formats {
  return createFormats(viewer.locale, zone, isCity(city) ? city : undefined);
}
