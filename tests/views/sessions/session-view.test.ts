import { expect, it } from "vitest";
import { findSession } from "#app/domain/sessions/find-session.server.ts";
import { sessionView } from "#app/views/sessions/session-view.server.ts";
import { join, now, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

it("names the delegation with its mark", async () => {
  const w = await sessionWorld(testStore());
  const delegate = await join(w.store, "delegateXk", "participant", w.groupId, w.beneficiaries.xk);
  const { id } = await schedule(w, { beneficiaryId: w.beneficiaries.xk });
  const view = sessionView(await findSession(w.store.read, await w.actor(delegate), id, now), viewer());
  expect(view.title).toBe("Bilateral session with the delegation of Kosovo*");
});

it("shows the viewer's own time, with the date where it is another day", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w, { time: "02:00" });
  const there = sessionView(await findSession(w.store.read, w.organiser, id, now), viewer());
  expect([there.date, there.time, there.zone, there.yours]).toEqual([
    "Wednesday 4 November 2026",
    "02:00–03:00",
    "Sarajevo (UTC+1)",
    null,
  ]);
  const here = sessionView(await findSession(w.store.read, w.organiser, id, now), viewer("America/New_York"));
  expect(here.yours).toEqual({ time: "Tuesday 3 November 2026, 20:00–21:00", zone: "New York (UTC−5)" });
  const same = sessionView(await findSession(w.store.read, w.organiser, id, now), viewer("Europe/Paris"));
  expect(same.yours).toBeNull();
});

it("leads to the live page from a quarter of an hour before until it is over", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w, {});
  const found = await findSession(w.store.read, w.organiser, id, now);
  const start = Date.parse(found.startsAt);
  const gathers = async (at: Date) =>
    sessionView(await findSession(w.store.read, w.organiser, id, at), { ...viewer(), now: at }).gathers;
  expect(await gathers(new Date(start - 16 * 60_000))).toBe(false);
  expect(await gathers(new Date(start - 14 * 60_000))).toBe(true);
  expect(await gathers(new Date(found.endsAt))).toBe(false);
});
