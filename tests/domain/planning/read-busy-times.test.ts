import { describe, expect, it } from "vitest";
import { readBusyTimes } from "#app/domain/planning/read-busy-times.server.ts";

const frame = { from: "2026-11-03T23:00:00.000Z", to: "2026-11-06T23:00:00.000Z", zone: "Europe/Sarajevo" };
const calendar = (...events: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//", ...events, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: string[]) => ["BEGIN:VEVENT", "UID:u1", "SUMMARY:Secret", ...lines, "END:VEVENT"].join("\r\n");
const read = (...events: string[]) =>
  readBusyTimes(calendar(...events), frame).map(
    ({ startsAt, endsAt }) => `${startsAt.slice(5, 16)} ${endsAt.slice(5, 16)}`,
  );

describe("busy times of a calendar", () => {
  it("reads one event in UTC, on a named clock, and on that of the round", () => {
    expect(read(event("DTSTART:20261104T080000Z", "DTEND:20261104T090000Z"))).toEqual(["11-04T08:00 11-04T09:00"]);
    const london = event("DTSTART;TZID=Europe/London:20261104T080000", "DURATION:PT30M");
    expect(read(london)).toEqual(["11-04T08:00 11-04T08:30"]);
    expect(read(event("DTSTART:20261104T080000", "DTEND:20261104T090000"))).toEqual(["11-04T07:00 11-04T08:00"]);
  });

  it("takes a day without a time as the whole day of the round's clock", () => {
    expect(read(event("DTSTART;VALUE=DATE:20261105"))).toEqual(["11-04T23:00 11-05T23:00"]);
    const two = event("DTSTART;VALUE=DATE:20261105", "DTEND;VALUE=DATE:20261107");
    expect(read(two)).toEqual(["11-04T23:00 11-06T23:00"]);
  });

  it("leaves out what is cancelled, shows as free, or lies outside, and joins what touches", () => {
    const at = (from: number, ...more: string[]) =>
      event(`DTSTART:20261104T0${from}0000Z`, `DTEND:20261104T0${from + 1}0000Z`, ...more);
    expect(read(at(6, "STATUS:CANCELLED"), at(7, "TRANSP:TRANSPARENT"))).toEqual([]);
    expect(read(event("DTSTART:20261001T080000Z", "DTEND:20261001T090000Z"))).toEqual([]);
    expect(read(at(7), at(6), at(8))).toEqual(["11-04T06:00 11-04T09:00"]);
  });

  it("follows what repeats, with what is left out and what was moved", () => {
    const series = event(
      ...["DTSTART;TZID=Europe/Sarajevo:20200101T100000", "DURATION:PT1H", "RRULE:FREQ=DAILY"],
      "EXDATE;TZID=Europe/Sarajevo:20261105T100000",
    );
    const moved = event(
      ...["RECURRENCE-ID;TZID=Europe/Sarajevo:20261106T100000", "DTSTART;TZID=Europe/Sarajevo:20261106T150000"],
      "DURATION:PT1H",
    );
    expect(read(series, moved)).toEqual(["11-04T09:00 11-04T10:00", "11-06T14:00 11-06T15:00"]);
  });

  it("reads the clock that a file brings along", () => {
    const zone = [
      ...["BEGIN:VTIMEZONE", "TZID:Office Standard Time", "BEGIN:STANDARD", "DTSTART:16010101T030000"],
      ...["TZOFFSETFROM:+0300", "TZOFFSETTO:+0200", "END:STANDARD", "END:VTIMEZONE"],
    ].join("\r\n");
    const at = event("DTSTART;TZID=Office Standard Time:20261104T100000", "DURATION:PT1H");
    expect(read(zone, at)).toEqual(["11-04T08:00 11-04T09:00"]);
    expect(read(event("DTSTART;TZID=Nowhere:20261104T100000", "DURATION:PT1H"))).toEqual(["11-04T09:00 11-04T10:00"]);
  });

  it("refuses what is no calendar, and what is too much of one", () => {
    for (const text of ["", "hello", "BEGIN:VCARD\r\nEND:VCARD", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT"]) {
      expect(() => readBusyTimes(text, frame)).toThrow("availability.badCalendar");
    }
    expect(() => readBusyTimes("x".repeat(600_001), frame)).toThrow("availability.calendarTooLong");
    const endless = event("DTSTART:19700101T000000Z", "DURATION:PT1M", "RRULE:FREQ=MINUTELY");
    expect(() => readBusyTimes(calendar(endless), frame)).toThrow("availability.calendarTooLong");
    const broken = event("DTSTART:99999999T999999Z");
    expect(read(broken, event("DTSTART:20261104T080000Z", "DTEND:20261104T090000Z"))).toContain(
      "11-04T08:00 11-04T09:00",
    );
  });
});
