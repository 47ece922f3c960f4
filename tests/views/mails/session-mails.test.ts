import { expect, it } from "vitest";
import { findCalendarHost, keepCalendarHost } from "#app/domain/calendar/calendar-host.server.ts";
import type { ComposedMail } from "#app/domain/mail/compose.server.ts";
import { sendDue } from "#app/domain/outbox/outbox-worker.server.ts";
import { changeSession } from "#app/domain/sessions/change-session.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { sessionCalendar } from "#app/views/sessions/session-calendar.server.ts";
import { writeTransaction } from "#db/store.ts";
import { after, deliver, gist, outgoing, server } from "#tests/domain/outbox/mail-server.ts";
import { changeInput, type SessionWorld, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

async function inNewYork(): Promise<SessionWorld> {
  const w = await sessionWorld(testStore());
  await writeTransaction(w.store, (db) =>
    db
      .updateTable("account")
      .set({ zone: "America/New_York", city: "" })
      .where("id", "=", w.people.participantBa)
      .execute(),
  );
  return w;
}

const toBa = ({ mails }: ReturnType<typeof server>): ComposedMail[] =>
  mails.filter(({ to }) => (to as { name: string }).name === "participantBa");

it("names both times of a move on both clocks", async () => {
  const w = await inNewYork();
  const { id } = await schedule(w, { delegateIds: [w.people.participantBa] }, after(0));
  const smtp = server();
  await deliver(w.store, smtp, after(0));
  await changeSession(w.store, w.organiser, await changeInput(w, id, { time: "11:00" }), after(1));
  await deliver(w.store, smtp, after(9));
  const text = String(toBa(smtp)[1]?.text);
  expect(text).toContain(
    "It was planned for Wednesday 4 November 2026, 09:00, Sarajevo (UTC+1) (in your time: Wednesday 4 November 2026, 03:00, New York (UTC−5)).",
  );
  expect(text).toContain("When: Wednesday 4 November 2026, 11:00–12:00, Sarajevo (UTC+1)");
  expect(text).toContain("In your time: Wednesday 4 November 2026, 05:00–06:00, New York (UTC−5)");
  // A time without its zone may be read on either clock.
  expect(text).toContain("before the session begins: Wednesday 4 November 2026, 05:00, New York (UTC−5).");
});

it("shows both offsets of a session that clocks change in", async () => {
  const w = await inNewYork();
  const days = { starts_on: "2026-10-25", ends_on: "2026-10-25" };
  await writeTransaction(w.store, (db) => db.updateTable("round").set(days).execute());
  const when = { date: "2026-10-25", time: "01:30", minutes: 180 };
  await schedule(w, { delegateIds: [w.people.participantBa], ...when }, after(0));
  const smtp = server();
  await deliver(w.store, smtp, after(0));
  const text = String(toBa(smtp)[0]?.text);
  expect(text).toContain("When: Sunday 25 October 2026, 01:30 (UTC+2) – 03:30 (UTC+1), Sarajevo");
});

it("keeps the UIDs of the first start when the installation moves", async () => {
  const w = await sessionWorld(testStore());
  await keepCalendarHost(w.store, "https://first.example:8443");
  await keepCalendarHost(w.store, "https://second.example");
  const { id } = await schedule(w, { delegateIds: [w.people.participantBa] }, after(0));
  const smtp = server();
  const site = { ...outgoing.site, publicUrl: "https://second.example" };
  await sendDue(w.store, { ...outgoing, site }, smtp, () => after(0));
  const session = await findSessionFacts(w.store.read, w.organiser, id);
  const file = sessionCalendar(session, { ...site, calendarHost: await findCalendarHost(w.store.read) }, viewer());
  expect([toBa(smtp).map((mail) => gist(mail).uid), /UID:(.*)\r/.exec(file)?.[1]]).toEqual([
    [`${id}@first.example`],
    `${id}@first.example`,
  ]);
  // A file of one session joins the calendar that somebody has: it does not open another one.
  expect(file).not.toMatch(/X-WR-CALNAME|\nNAME|REFRESH-INTERVAL|X-PUBLISHED-TTL/);
});
