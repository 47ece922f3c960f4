import { isCity } from "#app/domain/time/city-zones.ts";
import { createFormats } from "#app/domain/time/format.server.ts";
import type { Reader } from "#app/domain/time/reader.ts";
import { toWall } from "#app/domain/time/wall-time.server.ts";
import type { Instant } from "#db/schema/columns.ts";

/** When a session is, in finished strings: in its own zone, and in the reader's where that differs. */
export interface SessionMoment {
  /** For `<time datetime>`. */
  startsAt: Instant;
  /** "Wednesday 4 November 2026" */
  date: string;
  /** "09:30–11:00" */
  time: string;
  /** "Sarajevo (UTC+1)" */
  zone: string;
  /** The reader's own, with the date where it is another day; null where the clocks agree. */
  yours: { time: string; zone: string } | null;
}

interface Placed {
  starts_at: Instant;
  ends_at: Instant;
  zone: string;
  city: string;
}

/** Writes the time of a session for a reader. */
export function momentOf(session: Placed, reader: Reader): SessionMoment {
  const { starts_at: start, ends_at: end } = session;
  const theirs = formatsOf(session, reader);
  const there = toWall(start, session.zone);
  const here = toWall(start, reader.zone);
  const agree = there.offset === here.offset && toWall(end, session.zone).offset === toWall(end, reader.zone).offset;
  const range = reader.formats.range(start, end);
  return {
    startsAt: start,
    date: theirs.date(start),
    time: theirs.range(start, end),
    zone: theirs.zoneLabel(start),
    yours: agree
      ? null
      : {
          time: there.date === here.date ? range : `${reader.formats.date(start)}, ${range}`,
          zone: reader.formats.zoneLabel(start),
        },
  };
}

/** Formats in the zone of a session or round, which names the city it was picked by. */
export function formatsOf(place: { zone: string; city: string }, reader: Reader) {
  return createFormats(reader.locale, place.zone, isCity(place.city) ? place.city : undefined);
}

/** The clock of a round: "Sarajevo (UTC+1)", or the city alone where the clocks change between its days. */
export function clockOfRound(
  round: { zone: string; city: string; starts_on: string; ends_on: string },
  reader: Reader,
): string {
  const formats = formatsOf(round, reader);
  const first = formats.zoneLabel(`${round.starts_on}T12:00:00Z`);
  return first === formats.zoneLabel(`${round.ends_on}T12:00:00Z`) ? first : first.replace(/ \([^)]*\)$/, "");
}
