import { expect, it } from "vitest";
import { NotFound } from "#app/domain/errors.ts";
import { findReference, findReferences } from "#app/domain/references/find-references.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import { addContributions } from "#tests/domain/search/search-world.ts";
import { memoryIndex } from "#tests/support/searching.ts";
import { testStore, writing } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

async function prepared() {
  const store = testStore();
  await loadLibrary(store);
  return { store, w: await world(store) };
}

it("lists references by class, and those that a text finds", async () => {
  const { store, w } = await prepared();
  const reader = await w.actor(w.people.observer);
  const all = await findReferences(store.read, reader, { text: " ", locale: "en" }, await memoryIndex(store));
  expect(all.map(({ class: name, references }) => [name, references.length])).toEqual([
    ["Council of Europe", 24],
    ["United Nations", 8],
    ["EU / RAN", 7],
    ["OSCE / GCTF", 5],
    ["Instruments and comparisons", 7],
    ["Networks", 2],
  ]);
  const found = await findReferences(
    store.read,
    reader,
    { text: "cm rec 2010 1", locale: "en" },
    await memoryIndex(store),
  );
  expect(found.map(({ references }) => references[0]?.id)).toEqual(["coe-probation"]);
  expect(await findReferences(store.read, reader, { text: "xyzzy", locale: "en" }, await memoryIndex(store))).toEqual(
    [],
  );
});

it("shows what cites a reference, as far as the reader may see it", async () => {
  const { store, w } = await prepared();
  await addContributions(store, w, [
    { title: "For the group", cites: ["erg22"] },
    { title: "For the delegation", cites: ["erg22"], sharing: "bilateral", author: "participantAl", beneficiary: "al" },
    { title: "A draft", cites: ["erg22"], status: "draft" },
    { title: "Of something else", cites: ["vera2r"] },
  ]);
  const citing = async (person: "participantAl" | "participantBa" | "otherConsultant") => {
    const { cited } = await findReference(
      store.read,
      await w.actor(w.people[person]),
      "erg22",
      "en",
      await memoryIndex(store),
    );
    return { titles: cited?.hits.map((hit) => hit.title.text), total: cited?.total };
  };
  expect(await citing("participantAl")).toEqual({ titles: ["For the delegation", "For the group"], total: 2 });
  expect(await citing("participantBa")).toEqual({ titles: ["For the group"], total: 1 });
  expect(await citing("otherConsultant")).toEqual({ titles: [], total: 0 });
});

it("says by which rule a record cites it", async () => {
  const { store, w } = await prepared();
  await addContributions(store, w, [{ title: "By a rule", cites: ["coe-probation", "vera2r"] }]);
  const cited = writing(store).updateTable("contribution_reference").set({ rule: "rule 59" });
  await cited.where("reference_id", "=", "coe-probation").execute();
  const reader = await w.actor(w.people.observer);
  const found = await findReference(store.read, reader, "coe-probation", "en", await memoryIndex(store));
  const params = { identifier: "CM/Rec(2010)1", rule: "rule 59" };
  expect(found.cited?.hits.map(({ why }) => why)).toEqual([[{ key: "search.why.citesRule", params }]]);
});

it("says what is superseded and what is unverified", async () => {
  const { store, w } = await prepared();
  const reader = await w.actor(w.people.observer);
  const reference = await findReference(store.read, reader, "erg22", "en", await memoryIndex(store));
  expect(reference).toMatchObject({ identifier: "ERG22+", isSuperseded: true });
  expect(reference.superseded).toContain("ERG-R");
  const unverified = await store.read.selectFrom("reference").select("id").where("verified", "=", 0).execute();
  expect(unverified.length).toBe(14);
  expect((await findReference(store.read, reader, unverified[0]!.id, "en", await memoryIndex(store))).verified).toBe(
    false,
  );
  await expect(findReference(store.read, reader, "none", "en", await memoryIndex(store))).rejects.toThrow(NotFound);
});
