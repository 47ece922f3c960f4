import { describe, expect, test } from "vitest";
import { type CalendarEvent, publishedCalendar } from "#app/domain/calendar/calendar.server.ts";
import { event, expectWellFormed, now, parse } from "#tests/domain/calendar/calendar-text.ts";

describe("publishedCalendar", () => {
  const other: CalendarEvent = {
    ...event,
    sessionId: "s8",
    title: "Working-group session",
    joinLink: null,
    startsAt: "2026-11-05T08:00:00Z",
    endsAt: "2026-11-05T09:00:00Z",
  };
  const gone: CalendarEvent = { ...event, sessionId: "s9", cancelled: true };

  test("publishes sessions under the same UIDs, to nobody by name", () => {
    const text = publishedCalendar(
      { feed: { name: "Sjednice; Rad, grupa\r\nX-A:1" }, events: [event, other, gone] },
      now,
    );
    expectWellFormed(text);
    expect(text).not.toContain("ATTENDEE");
    const { head, events } = parse(text);
    expect(head).toEqual([
      ["version", "2.0"],
      ["prodid", "-//Zbornik//Zbornik//EN"],
      ["method", "PUBLISH"],
      // The parser knows neither as text and so leaves the escapes, which the standard asks for, in place.
      ["name", "Sjednice\\; Rad\\, grupa X-A:1"],
      ["x-wr-calname", "Sjednice\\; Rad\\, grupa X-A:1"],
      ["refresh-interval", "PT1H"],
      ["x-published-ttl", "PT1H"],
    ]);
    const of = (name: string) => events.map((properties) => properties.find(([found]) => found === name)?.[1]);
    expect(of("uid")).toEqual(["s7Qk2@zbornik.example.org", "s8@zbornik.example.org", "s9@zbornik.example.org"]);
    expect(of("status")).toEqual(["CONFIRMED", "CONFIRMED", "CANCELLED"]);
    expect(of("conference")).toEqual(["https://meet.example.org/room?x=1,2;y=3", undefined, undefined]);
    expect(of("organizer")).toEqual(Array(3).fill("mailto:sessions@zbornik.example.org"));
  });

  test("may be empty", () => {
    const text = publishedCalendar({ feed: { name: "Sessions", refreshMinutes: 15 }, events: [] }, now);
    expectWellFormed(text);
    expect(parse(text).events).toEqual([]);
    expect(text).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\n");
  });
});
