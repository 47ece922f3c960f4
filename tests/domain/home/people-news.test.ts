import { expect, it } from "vitest";
import { findPeopleNews } from "#app/domain/home/people-news.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { aMembership, anAccount, anInvitation } from "#tests/support/factories/people.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

const now = new Date("2026-10-01T08:00:00.000Z");
const later = "2026-10-09T08:00:00.000Z";

/** A group with nobody but the organiser, beside one that has members. */
async function empty() {
  const store = testStore();
  const w = await world(store);
  await writeTransaction(store, (db) =>
    db
      .updateTable("membership")
      .set({ ended_at: now.toISOString() })
      .where("group_id", "=", w.groupId)
      .where("account_id", "<>", w.people.organiser)
      .execute(),
  );
  const invite = (more: { expires_at: string; accepted_at?: string; withdrawn_at?: string }) =>
    writeTransaction(store, (db) => anInvitation(db, { group_id: w.groupId, invited_by: w.people.organiser, ...more }));
  return { store, w, invite };
}

async function isAlone(store: Store, w: World, who: keyof World["people"] = "organiser", groupId = w.groupId) {
  return (await findPeopleNews(store.read, await w.actor(w.people[who]), groupId, now)).isAlone;
}

it("says of an organiser whom nobody has joined and who invited nobody that they are alone", async () => {
  const { store, w, invite } = await empty();
  expect(await isAlone(store, w)).toBe(true);
  expect(await isAlone(store, w, "otherOrganiser", w.otherGroupId)).toBe(false);
  const gone = now.toISOString();
  await invite({ expires_at: "2026-09-30T08:00:00.000Z" });
  await invite({ expires_at: later, withdrawn_at: gone });
  expect(await isAlone(store, w)).toBe(true);
  await invite({ expires_at: later });
  expect(await isAlone(store, w)).toBe(false);
});

it("says so of no organiser whom somebody joined", async () => {
  const { store, w } = await empty();
  await writeTransaction(store, async (db) => {
    const account_id = await anAccount(db, { name: "Newly There" });
    await aMembership(db, { group_id: w.groupId, account_id, role: "observer" });
  });
  expect(await isAlone(store, w)).toBe(false);
});

it("says so of nobody who does not organise", async () => {
  const { store, w } = await empty();
  await writeTransaction(store, (db) =>
    db.updateTable("membership").set({ role: "consultant" }).where("account_id", "=", w.people.organiser).execute(),
  );
  expect(await isAlone(store, w)).toBe(false);
});
