import { expect, it } from "vitest";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import { findWhatAwaits } from "#app/domain/home/what-awaits.server.ts";
import { findLive } from "#app/domain/live/find-live.server.ts";
import { loadDemonstration } from "#app/seed/load-demonstration.server.ts";
import { sure } from "#app/sure.ts";
import { whatAwaitsView } from "#app/views/home/what-awaits-view.server.ts";
import { demoPassword } from "#tests/support/demo.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

// Shortly after midnight in Sarajevo: what began a while ago began on the day before.
const now = new Date("2027-02-09T23:21:40.000Z");

it("goes on when the demonstration is loaded, with who is there and the first half of what was said", {
  timeout: 120_000,
}, async () => {
  const store = testStore();
  const place = { dataDir: store.folder, demoPassword, publicUrl: "http://localhost", goesOn: true };
  expect(await loadDemonstration(store, place, now)).toBe(true);
  const { id } = await store.read
    .selectFrom("account")
    .select("id")
    .where("address", "=", "participant.ba@demo.example")
    .executeTakeFirstOrThrow();
  const delegate = await findActor(store.read, id);
  const awaits = await findWhatAwaits(store.read, delegate, sure(delegate.memberships[0]).groupId, now);
  const { next, gathers } = whatAwaitsView(awaits, { ...viewer(), now });
  expect([next?.running, gathers, next?.startsAt]).toEqual([true, true, "2027-02-09T22:45:00.000Z"]);
  const organiser = await store.read
    .selectFrom("account")
    .select("id")
    .where("address", "=", "organiser@demo.example")
    .executeTakeFirstOrThrow();
  const live = await findLive(store.read, await findActor(store.read, organiser.id), sure(next).id, now);
  const written = live.items.filter(({ revision }) => revision > 0);
  expect([live.course.phase, live.course.itemId, live.may]).toEqual([
    ...["running", written.at(-1)?.id, { run: true, write: true, post: true }],
  ]);
  expect([written.length, live.items.length > 2 * written.length]).toEqual([3, true]);
  expect(new Set(live.people.map(({ state }) => state))).toEqual(new Set(["present"]));
  expect(await store.read.selectFrom("outbox").select("id").where("state", "!=", "held").execute()).toEqual([]);
});
