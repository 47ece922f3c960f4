import { expect, it } from "vitest";
import { NotFound } from "#app/domain/errors.ts";
import { cancelSession } from "#app/domain/sessions/cancel-session.server.ts";
import { findSessionsToCome } from "#app/domain/sessions/find-sessions-to-come.server.ts";
import { now, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

it("counts the sessions to come that somebody is expected in, and names who can find somebody else", async () => {
  const w = await sessionWorld(testStore());
  await schedule(w, { date: "2026-11-05" });
  await schedule(w, { date: "2026-11-04" });
  const cancelled = await schedule(w, { date: "2026-11-06" });
  await cancelSession(w.store, w.organiser, { sessionId: cancelled.id, reason: "Illness." }, now);
  const admin = await w.actor(w.people.administrator);
  const found = await findSessionsToCome(w.store.read, admin, w.people.consultant, now);
  expect(found).toEqual([
    { group: expect.objectContaining({}), count: 2, first: "2026-11-04", organisers: ["organiser"] },
  ]);
  const afterTheFirst = new Date("2026-11-04T12:00:00.000Z");
  const later = await findSessionsToCome(w.store.read, admin, w.people.consultant, afterTheFirst);
  expect(later.map(({ count, first }) => [count, first])).toEqual([[1, "2026-11-05"]]);
  expect(await findSessionsToCome(w.store.read, admin, w.people.participantAl, now)).toEqual([]);
});

it("is for administrators", async () => {
  const w = await sessionWorld(testStore());
  await schedule(w);
  await expect(findSessionsToCome(w.store.read, w.organiser, w.people.consultant, now)).rejects.toThrow(NotFound);
});
