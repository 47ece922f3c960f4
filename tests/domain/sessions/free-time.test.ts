import { expect, it } from "vitest";
import { freeTime, minuteOf, timeOf } from "#app/domain/sessions/free-time.server.ts";

const round = { startsOn: "2026-11-04", endsOn: "2026-11-05" };
const early = { date: "2026-10-01", minute: 0 };

const held = (date: string, from: string, to: string) => ({ date, from: minuteOf(from), to: minuteOf(to) });

function found(taken: ReturnType<typeof held>[], minutes: number, after = early): string | null {
  const free = freeTime(round, taken, minutes, after);
  return free && `${free.date} ${timeOf(free.from)}-${timeOf(free.to)}`;
}

it("begins at nine on the first day of a round that is empty", () => {
  expect(found([], 90)).toBe("2026-11-04 09:00-10:30");
});

it("comes after what is held, with a pause, at a full quarter", () => {
  expect(found([held("2026-11-04", "09:00", "10:35")], 60)).toBe("2026-11-04 11:00-12:00");
});

it("takes a gap that is wide enough with both pauses, and no narrower one", () => {
  const day = [held("2026-11-04", "09:00", "10:00"), held("2026-11-04", "11:30", "12:30")];
  expect([60, 61].map((minutes) => found(day, minutes))).toEqual(["2026-11-04 10:15-11:15", "2026-11-04 12:45-13:46"]);
});

it("goes on next day where a session would last longer than the day, and says when the round is full", () => {
  const day = [held("2026-11-04", "09:00", "16:30")];
  expect([75, 76].map((minutes) => found(day, minutes))).toEqual(["2026-11-04 16:45-18:00", "2026-11-05 09:00-10:16"]);
  expect(found([...day, held("2026-11-05", "09:00", "17:00")], 76)).toBeNull();
});

it("proposes nothing before the moment after which it is asked for", () => {
  expect(found([], 60, { date: "2026-11-04", minute: minuteOf("13:07") })).toBe("2026-11-04 13:15-14:15");
  expect(found([], 60, { date: "2026-11-05", minute: 0 })).toBe("2026-11-05 09:00-10:00");
  expect(found([], 60, { date: "2026-11-06", minute: 0 })).toBeNull();
});

it("gives a session longer than a day a day of its own", () => {
  expect(found([], 600)).toBe("2026-11-04 09:00-19:00");
});
