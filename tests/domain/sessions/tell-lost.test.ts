import { expect, it } from "vitest";
import { tellLost } from "#app/domain/sessions/tell-lost.server.ts";
import { writeTransaction } from "#db/store.ts";
import {
  now,
  type SessionWorld,
  schedule,
  sessionWorld,
  told,
  toldFacts,
} from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

const later = new Date("2026-10-02T08:00:00.000Z");

function end(w: SessionWorld, accountId: string) {
  return writeTransaction(w.store, (db) =>
    db
      .updateTable("membership")
      .set({ ended_at: later.toISOString() })
      .where("account_id", "=", accountId)
      .where("group_id", "=", w.groupId)
      .execute(),
  );
}

it("takes sessions to come out of the calendar of who left the group, once, and leaves the others alone", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  await schedule(w, { date: "2026-11-05" });
  await told(w);
  expect(await tellLost(w.store, now)).toBe(0);
  await end(w, w.people.participantBa);
  expect(await tellLost(w.store, later)).toBe(2);
  // What waits already is not queued again.
  expect(await tellLost(w.store, later)).toBe(0);
  expect(await told(w)).toEqual(["left participantBa", "left participantBa"]);
  expect((await toldFacts(w, "left")).find(({ sessionId }) => sessionId === id)).toMatchObject({
    method: "CANCEL",
    sequence: 1,
    joinLink: null,
    startsAt: "2026-11-04T08:00:00.000Z",
  });
  expect(await tellLost(w.store, later)).toBe(0);
});

it("tells nobody of sessions that have begun, or that they never heard of", async () => {
  const w = await sessionWorld(testStore());
  await schedule(w);
  await end(w, w.people.speakerBa);
  expect(await tellLost(w.store, later)).toBe(0);
  expect(await told(w)).toEqual(["scheduled consultant", "scheduled interpreter", "scheduled participantBa"]);
  await end(w, w.people.participantBa);
  expect(await tellLost(w.store, new Date("2026-11-04T08:00:00.000Z"))).toBe(0);
});
