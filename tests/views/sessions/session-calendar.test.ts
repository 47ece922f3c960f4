import ICAL from "ical.js";
import { expect, it } from "vitest";
import { NotFound } from "#app/domain/errors.ts";
import { cancelSession } from "#app/domain/sessions/cancel-session.server.ts";
import { changeSession } from "#app/domain/sessions/change-session.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { sessionCalendar } from "#app/views/sessions/session-calendar.server.ts";
import { changeInput, now, type SessionWorld, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

const site = {
  publicUrl: "https://zbornik.test.example",
  mailFrom: "sessions@zbornik.test.example",
  calendarHost: null,
};

it("publishes the session as it is stored, and names nobody", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w, { beneficiaryId: w.beneficiaries.xk });
  const text = await calendar(w, id, w.people.consultant);
  const root = new ICAL.Component(ICAL.parse(text) as unknown as unknown[]);
  const event = root.getFirstSubcomponent("vevent")!;
  const value = (name: string) => String(event.getFirstPropertyValue(name));
  expect({
    method: root.getFirstPropertyValue("method"),
    uid: value("uid"),
    start: value("dtstart"),
    end: value("dtend"),
    sequence: value("sequence"),
    summary: value("summary"),
    status: value("status"),
    attendees: event.getAllProperties("attendee").length,
  }).toEqual({
    method: "PUBLISH",
    uid: `${id}@zbornik.test.example`,
    start: "2026-11-04T08:00:00Z",
    end: "2026-11-04T09:00:00Z",
    sequence: "0",
    summary: "Bilateral session with the delegation of Kosovo*",
    status: "CONFIRMED",
    attendees: 0,
  });
  expect(value("description")).toContain("* A footnote.");
});

it("follows a move and a cancellation", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  await changeSession(w.store, w.organiser, await changeInput(w, id, { time: "10:00" }), now);
  await cancelSession(w.store, w.organiser, { sessionId: id, reason: "no longer needed" }, now);
  const text = await calendar(w, id, w.people.speakerBa);
  expect(text).toContain("\r\nSEQUENCE:2\r\n");
  expect(text).toContain("\r\nSTATUS:CANCELLED\r\n");
  expect(text).toContain("\r\nDTSTART:20261104T090000Z\r\n");
  expect(text).not.toContain("meet.test.example");
});

it("is not there for those who do not see the session", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  for (const other of [w.people.participantAl, w.people.observer, w.people.administrator, w.people.otherOrganiser]) {
    await expect(calendar(w, id, other)).rejects.toThrow(NotFound);
  }
});

async function calendar(w: SessionWorld, id: string, accountId: string): Promise<string> {
  return sessionCalendar(await findSessionFacts(w.store.read, await w.actor(accountId), id), site, viewer());
}
