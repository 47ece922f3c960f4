import { expect, it } from "vitest";
import type { FacetValue } from "#app/domain/search/results/facets.server.ts";
import { addContributions } from "#tests/domain/search/search-world.ts";
import { searchedWorld } from "#tests/domain/search/searched-world.ts";
import { writing } from "#tests/support/store.ts";

const counted = (values: FacetValue[]) => values.map(({ value, count }) => [value, count]);

it("maps operators onto the filters of the panel", async () => {
  const { store, w, find } = await searchedWorld();
  await addContributions(store, w, [
    { title: "One", kind: "need", themes: ["T03"], institution: "ba", attribution: "institution", status: "validated" },
    { title: "Two", kind: "challenge", themes: ["T04"], beneficiary: "al", author: "participantAl" },
  ]);
  const reader = await w.actor(w.people.consultant);
  const one = (await find(reader, "", { filters: { kind: ["need"] }, types: ["contribution"] })).hits;
  expect(one.map((hit) => hit.title.text)).toEqual(["One"]);
  for (const query of [
    "kind:need",
    "theme:T03",
    "beneficiary:ba",
    'beneficiary:"Bosnia and Herzegovina"',
    "institution:probation",
    "status:validated",
    "kind:potreba",
    "group:release kind:need",
    "lang:en status:validated",
  ]) {
    expect((await find(reader, query, { types: ["contribution"] })).hits, query).toEqual(one);
  }
});

it("leaves out unknown values with a note, the same for what is hidden as for what does not exist", async () => {
  const { store, w, find } = await searchedWorld();
  await addContributions(store, w, [{ title: "One", round: true, sharing: "bilateral" }]);
  const outsider = await w.actor(w.people.otherOrganiser);
  const hidden = await find(outsider, "", { filters: { round: [w.roundId], kind: ["plan"] } });
  const absent = await find(outsider, "", { filters: { round: ["0000000000000000"], kind: ["plan"] } });
  expect(hidden.notes).toEqual([
    { key: "searchNotes.unknownValue", params: { name: "kind", value: "plan" } },
    { key: "searchNotes.unknownValue", params: { name: "round", value: w.roundId } },
  ]);
  expect({ ...absent, notes: [] }).toEqual({ ...hidden, notes: [] });
  expect(hidden.filters).toEqual({});
});

it("counts each facet as if its own filter were off", async () => {
  const { store, w, find } = await searchedWorld();
  await addContributions(store, w, [
    { title: "A", kind: "need", themes: ["T01", "T02"] },
    { title: "B", kind: "need", themes: ["T02"] },
    { title: "C", kind: "challenge", themes: ["T02"] },
    { title: "D", kind: "lesson" },
  ]);
  const found = await find(await w.actor(w.people.consultant), "", {
    types: ["contribution"],
    filters: { kind: ["need"], theme: ["T02"] },
  });
  expect(found.total).toBe(2);
  expect(counted(found.facets.kind)).toEqual([
    ["challenge", 1],
    ["need", 2],
  ]);
  expect(counted(found.facets.theme)).toEqual([
    ["T02", 2],
    ["T01", 1],
  ]);
});

it("finds narrower themes under a broader one, and counts them there", async () => {
  const { store, w, find } = await searchedWorld();
  const theme = (code: string) =>
    store.read.selectFrom("theme").select("id").where("code", "=", code).executeTakeFirstOrThrow();
  const { id } = await theme("T01");
  await writing(store).updateTable("theme").set({ broader_id: id }).where("code", "=", "T02").execute();
  await addContributions(store, w, [
    { title: "A", themes: ["T02"] },
    { title: "B", themes: ["T01", "T02"] },
    { title: "C", themes: ["T03"] },
  ]);
  const found = await find(await w.actor(w.people.consultant), "theme:T01", { types: ["contribution"] });
  expect(found.total).toBe(2);
  expect(counted(found.facets.theme)).toEqual([
    ["T01", 2],
    ["T02", 2],
    ["T03", 1],
  ]);
});
