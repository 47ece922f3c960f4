import { Refused } from "#app/domain/errors.ts";
import { type FoldChoice, type InstantRefusal, toInstant } from "#app/domain/time/wall-time.server.ts";
import type { Day, Instant } from "#db/schema/columns.ts";

/** A place in a timetable as a person types it: wall time of the round's zone. */
export interface TypedTime {
  date: Day;
  time: string;
  minutes: number;
  /** Which of two readings is meant where the clocks go back. */
  choice?: FoldChoice | null;
}

/** When a session is: instants, and the wall time they were typed as. */
export interface SessionTime {
  startsAt: Instant;
  endsAt: Instant;
  wallDate: Day;
  wallTime: string;
}

/** The days and the zone that a session of a round keeps to. */
export interface RoundFrame {
  zone: string;
  startsOn: Day;
  endsOn: Day;
}

/**
 * The instants of a typed time. A session begins on a day of its round and in the future; it may end after midnight.
 * @throws Refused naming the field: `date`, `time`, or `choice` where the wall time comes twice
 */
export function placeInTime(typed: TypedTime, round: RoundFrame, now: Date): SessionTime {
  const start = toInstant(typed, round.zone, typed.choice ?? undefined);
  if (!start.ok) throw refusedTime(start);
  if (typed.date < round.startsOn || typed.date > round.endsOn) {
    throw new Refused([{ field: "date", message: { key: "sessions.outsideRound" } }]);
  }
  const startsAt = instantText(start.instant);
  if (startsAt <= now.toISOString()) throw new Refused([{ field: "date", message: { key: "sessions.inThePast" } }]);
  return { startsAt, endsAt: endOf(startsAt, typed.minutes), wallDate: typed.date, wallTime: typed.time };
}

/** An instant as the tables keep it, with milliseconds, so that instants sort as text. */
export function instantText(instant: string): Instant {
  return new Date(instant).toISOString();
}

/** The instant so many minutes later. */
export function endOf(startsAt: Instant, minutes: number): Instant {
  return new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
}

/** How long a session is, in minutes. */
export function minutesBetween(startsAt: Instant, endsAt: Instant): number {
  return Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
}

function refusedTime(refusal: InstantRefusal): Error {
  switch (refusal.reason) {
    case "gap":
      return new Refused([{ field: "time", message: { key: "sessions.timeSkipped" } }]);
    case "ambiguous":
      return new Refused([{ field: "choice", message: { key: "sessions.timeTwice" } }]);
    case "bad-date":
      return new Refused([{ field: "date", message: { key: "common.badDate" } }]);
    case "bad-time":
      return new Refused([{ field: "time", message: { key: "common.badTime" } }]);
    case "bad-zone":
      return new RangeError("The zone of the round is unknown");
  }
}
