import { beforeEach, expect, it } from "vitest";
import { Conflict, Refused } from "#app/domain/errors.ts";
import { dropPendingEdit, findPendingEdit, keepPendingEdit } from "#app/domain/forms/pending-edits.server.ts";
import { attemptOn, changeNumber, type Store } from "#db/store.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

const now = new Date("2026-11-30T10:00:00.000Z");
const address = "/contributions/REL-2026-ABCD/edit";

let store: Store;
let w: World;
let me: string;
beforeEach(async () => {
  store = testStore();
  w = await world(store);
  me = w.people.participantBa;
});

const keep = (title: string, revision: number, more: { after?: string[]; who?: string; at?: string } = {}) => {
  const { after = [], who = me, at = address } = more;
  return keepPendingEdit(
    store,
    who,
    { address: at, knows: { revision, after }, values: { title, themes: ["T01"] } },
    now,
  );
};
const titleOf = async (who = me, at = address) => (await findPendingEdit(store.read, who, at))?.values.title;

it("keeps what was typed for its author alone, at its address alone, and raises nothing that others notice", async () => {
  const before = await changeNumber(store);
  expect([await keep("One", 0), await keep("Two", 1)]).toEqual([{ revision: 1 }, { revision: 2 }]);
  expect(await findPendingEdit(store.read, me, address)).toEqual({
    ...{ revision: 2, values: { title: "Two", themes: ["T01"] }, updatedAt: now.toISOString() },
  });
  await keep("Of another", 0, { who: w.people.speakerBa });
  expect([await titleOf(), await titleOf(w.people.speakerBa), await titleOf(me, "/elsewhere")]).toEqual([
    ...["Two", "Of another", undefined],
  ]);
  expect(await changeNumber(store)).toBe(before);
});

it("does not let one window write over another", async () => {
  await keep("Window one", 0);
  await expect(keep("Window two", 0)).rejects.toBeInstanceOf(Conflict);
  await dropPendingEdit(store, me, { address, knows: { revision: 0 } });
  expect(await titleOf()).toBe("Window one");
  await dropPendingEdit(store, me, { address, knows: { revision: 1 } });
  expect(await titleOf()).toBeUndefined();
  // Sent from the other window: here it is not begun again unseen.
  await expect(keep("Window one", 1)).rejects.toBeInstanceOf(Conflict);
});

it("counts an attempt without an answer as one's own, and nobody else's", async () => {
  const attempt = { key: "attempt-without-answer", actorId: me, route: "/pending-edits", bodyHash: "x" };
  const input = { address, knows: { revision: 0 }, values: { title: "Answer lost" } };
  await keepPendingEdit(attemptOn(store, attempt), me, input, now);
  await expect(keep("Next", 0)).rejects.toBeInstanceOf(Conflict);
  await expect(keep("Next", 0, { after: ["another-attempt-of-nobody"] })).rejects.toBeInstanceOf(Conflict);
  expect(await keep("Next", 0, { after: ["attempt-that-never-came", attempt.key] })).toEqual({ revision: 2 });
  await keep("Hers", 0, { who: w.people.speakerBa });
  await expect(keep("Hers too", 0, { who: w.people.speakerBa, after: [attempt.key] })).rejects.toBeInstanceOf(Conflict);
});

it("stores no identity number, not even for its author", async () => {
  await expect(keep("JMBG 0101990170003", 0)).rejects.toBeInstanceOf(Refused);
  expect(await titleOf()).toBeUndefined();
});

it("stores none in the name of a field or in an address either", async () => {
  const keepAs = (name: string, at = address) =>
    keepPendingEdit(store, me, { address: at, knows: { revision: 0 }, values: { [name]: "x" } }, now);
  for (const name of ["0101990170003", "a b", "<b>", "n".repeat(61), ""]) {
    await expect(keepAs(name), name).rejects.toBeInstanceOf(Refused);
  }
  for (const at of [`${address}?kind=0101990170003`, `${address}?kind=01019%39017%30003`]) {
    await expect(keepAs("title", at), at).rejects.toBeInstanceOf(Refused);
  }
  expect(await store.read.selectFrom("pending_edit").selectAll().execute()).toEqual([]);
  await keepAs("name.en-x", `${address}?session=01019901-7000-4000-8000-010199017000`);
});

it("keeps the newest fifty of a person", async () => {
  for (let n = 0; n < 52; n++) {
    const input = { address: `/form/${n}`, knows: { revision: 0 }, values: { title: String(n) } };
    await keepPendingEdit(store, me, input, new Date(now.getTime() + n * 1000));
  }
  await keep("Neighbour", 0, { who: w.people.speakerBa });
  const left = await store.read.selectFrom("pending_edit").select("address").where("account_id", "=", me).execute();
  expect([left.length, await titleOf(me, "/form/1"), await titleOf(me, "/form/2")]).toEqual([50, undefined, "2"]);
});
