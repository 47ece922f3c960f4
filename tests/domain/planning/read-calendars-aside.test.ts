import { join } from "node:path";
import { expect, it } from "vitest";
import { readCalendarsAside } from "#app/domain/planning/read-calendars-aside.server.ts";

const file = join(import.meta.dirname, "../../../build/node/calendar-thread.mjs");
const frame = { from: "2026-11-04T08:00:00.000Z", to: "2026-11-06T16:00:00.000Z", zone: "Europe/Sarajevo" };
const calendar = (rule: string) =>
  [
    ...["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "DTSTART:20261101T090000Z", "DURATION:PT1H", `RRULE:${rule}`],
    ...["END:VEVENT", "END:VCALENDAR"],
  ].join("\r\n");

it("gives what a calendar says, and refuses what is none", async () => {
  const read = readCalendarsAside(file);
  const answer = await read(calendar("FREQ=DAILY"), frame);
  expect("found" in answer && answer.found.map(({ startsAt }) => startsAt)).toEqual(
    ["04", "05", "06"].map((day) => `2026-11-${day}T09:00:00.000Z`),
  );
  expect(await read("Dentist", frame)).toEqual({ refused: true, tooLong: false });
  expect(await read("x".repeat(600_001), frame)).toEqual({ refused: true, tooLong: true });
});

it("gives up a rule whose next event nobody finds, and reads the next calendar", async () => {
  const read = readCalendarsAside(file, 2000);
  // There is no 30 February: a reader that follows the rule looks for ever.
  const endless = read(calendar("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"), frame);
  const next = readCalendarsAside(file)(calendar("FREQ=DAILY;COUNT=4"), frame);
  expect(await endless).toEqual({ refused: true, tooLong: true });
  expect(await next).toMatchObject({ found: [{}] });
});
