import ICAL from "ical.js";
import { expect } from "vitest";
import type { CalendarEvent } from "#app/domain/calendar/calendar.server.ts";

export const now = new Date("2026-09-15T07:00:00Z");

/** A session to come, with a link that has signs of its own in calendars. */
export const event: CalendarEvent = {
  sessionId: "s7Qk2",
  host: "zbornik.example.org",
  sequence: 0,
  title: "Bilateral session",
  description: "Needs and good practices.",
  startsAt: "2026-11-04T08:00:00Z",
  endsAt: "2026-11-04T09:00:00Z",
  changedAt: "2026-09-14T10:11:12Z",
  organiser: { name: "Zbornik", address: "sessions@zbornik.example.org" },
  joinLink: "https://meet.example.org/room?x=1,2;y=3",
  joinLabel: "Join",
};

export const recipient = { name: "Ana Primjer", address: "ana.primjer@example.org" };

/** What another program reads: the properties of the calendar and of each event. */
export function parse(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent").map((component) =>
    component.getAllProperties().map((property) => {
      const { name, ...rest } = {
        name: property.name,
        value: String(property.getFirstValue()),
        parameters: property.toJSON()[1] as Record<string, unknown>,
      };
      return [name, rest.value, rest.parameters] as const;
    }),
  );
  const head = calendar.getAllProperties().map((property) => [property.name, String(property.getFirstValue())]);
  return { head, events };
}

/** A property of the first event. */
export function value(text: string, name: string): string | undefined {
  return parse(text).events[0]?.find(([found]) => found === name)?.[1];
}

/** What every calendar text must be, byte by byte (RFC 5545, 3.1). */
export function expectWellFormed(text: string) {
  expect(text.endsWith("\r\nEND:VCALENDAR\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\0-\x08\x0a-\x1f\x7f\u0085\u2028\u2029]/);
  for (const line of text.slice(0, -2).split("\r\n")) {
    const bytes = Buffer.from(line);
    expect(bytes.length).toBeLessThanOrEqual(75);
    expect(bytes.length).toBeGreaterThan(0);
    // Half a character does not survive the way from text to bytes and back.
    expect(new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toBe(line);
  }
}
