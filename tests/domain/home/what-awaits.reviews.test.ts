import { expect, it } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import { countAwaiting } from "#app/domain/home/count-awaiting.server.ts";
import { findWhatAwaits } from "#app/domain/home/what-awaits.server.ts";
import type { Db } from "#db/store.ts";
import { now, recordWorld, submitted } from "#tests/domain/knowledge/record-world.ts";
import { recordOf } from "#tests/domain/knowledge/reviewed-record.ts";
import { testStore, writing } from "#tests/support/store.ts";

const awaitingIn = async (db: Db, actor: Actor, groupId: string) =>
  (await countAwaiting(db, actor, now)).get(groupId) ?? 0;

it("awaits consultants, then organisers, never the author; the count says what the first page lists", async () => {
  const store = testStore();
  const w = await recordWorld(store);
  const first = await recordOf("participantBa", { store, w });
  await recordOf("consultant", { store, w });
  await submitted(store, w, "participantBa");
  const awaiting = async () => {
    const lines: Record<string, string> = {};
    for (const who of ["organiser", "consultant", "secondConsultant", "participantBa", "otherConsultant"] as const) {
      const actor = await w.actor(w.people[who]);
      const [review] = (await findWhatAwaits(store.read, actor, w.groupId, now)).reviews;
      const mine = review?.contributions.some(({ number }) => number === first.number);
      const counted = await awaitingIn(store.read, actor, w.groupId);
      lines[who] = `${review?.status ?? "-"} ${review?.count ?? 0}${mine ? " with it" : ""}, ${counted} awaiting`;
    }
    return lines;
  };
  const others = { participantBa: "- 0, 1 awaiting", otherConsultant: "complete 0, 0 awaiting" };
  expect(await awaiting()).toEqual({
    ...others,
    organiser: "checked 0, 0 awaiting",
    consultant: "complete 1 with it, 1 awaiting",
    secondConsultant: "complete 2 with it, 2 awaiting",
  });
  await first.review("consultant", "checked");
  expect(await awaiting()).toEqual({
    ...others,
    organiser: "checked 1 with it, 1 awaiting",
    consultant: "complete 0, 0 awaiting",
    secondConsultant: "complete 1, 1 awaiting",
  });
  await first.review("organiser", "returned");
  expect(await awaiting()).toMatchObject({
    organiser: "checked 0, 0 awaiting",
    participantBa: "- 0, 2 awaiting",
  });
});

it("shows eight of many, the longest waiting first, and counts all", async () => {
  const store = testStore();
  const w = await recordWorld(store);
  const numbers: string[] = [];
  for (let at = 0; at < 9; at++) numbers.push((await recordOf("participantBa", { store, w })).number);
  for (const [at, number] of numbers.entries()) {
    const updated_at = new Date(now.getTime() + at * 1000).toISOString();
    await writing(store).updateTable("contribution").set({ updated_at }).where("number", "=", number).execute();
  }
  const [review] = (await findWhatAwaits(store.read, await w.actor(w.people.consultant), w.groupId, now)).reviews;
  expect([review?.count, review?.contributions.map(({ number }) => number)]).toEqual([9, numbers.slice(0, 8)]);
});

it("counts requests about records of no delegation for organisers, as the first page lists them", async () => {
  const store = testStore();
  const w = await recordWorld(store);
  const wish = { wantedSharing: "group" as const };
  await submitted(store, w, "consultant", { ...wish, beneficiary: "regional" });
  await submitted(store, w, "participantBa", wish);
  const counted: Record<string, number[]> = {};
  for (const who of ["organiser", "speakerBa", "speakerAl", "consultant"] as const) {
    const actor = await w.actor(w.people[who]);
    const { requests, drafts } = await findWhatAwaits(store.read, actor, w.groupId, now);
    counted[who] = [requests.length, drafts.count, await awaitingIn(store.read, actor, w.groupId)];
  }
  expect(counted).toEqual({ organiser: [1, 0, 1], speakerBa: [1, 0, 1], speakerAl: [0, 0, 0], consultant: [0, 1, 1] });
});
