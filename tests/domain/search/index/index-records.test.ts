import { expect, it } from "vitest";
import { indexContributions } from "#app/domain/knowledge/index-contributions.server.ts";
import { referenceSource } from "#app/domain/references/reference-source.server.ts";
import { checkIndex } from "#app/domain/search/index/check-index.server.ts";
import { documentWords } from "#app/domain/search/index/document-words.ts";
import { dropUnusedWords } from "#app/domain/search/index/drop-unused-words.server.ts";
import { indexRecords } from "#app/domain/search/index/index-records.server.ts";
import { rebuildIndex } from "#app/domain/search/index/rebuild-index.server.ts";
import { WordNumbers, writeDocuments } from "#app/domain/search/index/write-documents.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import { writeTransaction } from "#db/store.ts";
import { addContributions, dropDocuments } from "#tests/domain/search/search-world.ts";
import { memoryIndex, searchIn } from "#tests/support/searching.ts";
import { testStore, writing } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

async function prepared() {
  const store = testStore();
  await loadLibrary(store);
  const w = await world(store);
  const [first = "", second = ""] = await addContributions(store, w, [
    { title: "Handover", summary: "Who tells whom.", body: "By **telephone**.", institution: "ba", cites: ["coe-epr"] },
    { title: "Mentors", summary: "They stay." },
  ]);
  const reader = await w.actor(w.people.consultant);
  const find = async (query: string) =>
    (await searchIn(store, reader, { query, locale: "en", types: ["contribution"] })).hits.map((hit) => hit.title.text);
  return { store, w, first, second, find };
}

it("finds title, summary, body and cited references, and never names of institutions and people", async () => {
  const { find } = await prepared();
  for (const query of ["handover", "whom", "telephone", "Rec(2006)2-rev"])
    expect(await find(query)).toEqual(["Handover"]);
  for (const query of ["probation", "participantBa"]) expect(await find(query)).toEqual([]);
});

it("follows an edit, a withdrawal and a return", async () => {
  const { store, first, find } = await prepared();
  const change = (values: { status?: "withdrawn" | "captured" }, body?: string) =>
    writeTransaction(store, async (db) => {
      if (body) {
        await db.updateTable("contribution_version").set({ body }).where("contribution_id", "=", first).execute();
      }
      if (values.status) await db.updateTable("contribution").set(values).where("id", "=", first).execute();
      await indexContributions(db, [first]);
    });
  await change({}, "By letter.");
  expect([await find("telephone"), await find("letter")]).toEqual([[], ["Handover"]]);
  await change({ status: "withdrawn" });
  expect([await find("letter"), await find("")]).toEqual([[], ["Mentors"]]);
  await change({ status: "captured" });
  expect(await find("letter")).toEqual(["Handover"]);
  expect(await checkIndex(store.read, searchSources)).toEqual([]);
});

it("names what does not agree", async () => {
  const { store, first, second } = await prepared();
  expect(await checkIndex(store.read, searchSources)).toEqual([]);
  await dropDocuments(store, "contribution", second);
  await writing(store)
    .updateTable("contribution_version")
    .set({ title: "Else" })
    .where("contribution_id", "=", first)
    .execute();
  await writing(store).deleteFrom("reference").where("id", "=", "vera2r").execute();
  expect((await checkIndex(store.read, searchSources)).sort()).toEqual(
    [
      `contribution ${first} (en) is not indexed as it reads`,
      `contribution ${second} (en) is not in the index`,
      "reference vera2r is in the index and does not exist",
    ].sort(),
  );
});

it("answers while a document is gone whose words were read just before, and finds the fault", async () => {
  const { store, find, first } = await prepared();
  expect(await find('"who tells whom"')).toHaveLength(1);
  await dropDocuments(store, "contribution", first);
  expect(await find('"who tells whom"')).toEqual([]);
  expect(await checkIndex(store.read, searchSources)).toEqual([`contribution ${first} (en) is not in the index`]);
  await rebuildIndex(store, searchSources, { all: true });
  expect(await find('"who tells whom"')).toHaveLength(1);
  expect(await checkIndex(store.read, searchSources)).toEqual([]);
});

it("fills an empty index from the records", async () => {
  const { store, find } = await prepared();
  await dropDocuments(store, "contribution");
  await dropDocuments(store, "reference");
  expect(await find("mentors")).toEqual([]);
  await rebuildIndex(store, searchSources, { all: true });
  expect(await find("mentors")).toEqual(["Mentors"]);
  expect(await checkIndex(store.read, searchSources)).toEqual([]);
});

it("forgets a reference that is gone", async () => {
  const { store, w } = await prepared();
  await writeTransaction(store, async (db) => {
    await db.deleteFrom("reference").where("id", "=", "vera2r").execute();
    await indexRecords(db, referenceSource, ["vera2r"]);
  });
  const found = await searchIn(store, await w.actor(w.people.consultant), { query: "VERA-2R", locale: "en" });
  expect(found.hits.map((hit) => hit.id)).not.toContain("vera2r");
  expect(await checkIndex(store.read, searchSources)).toEqual([]);
});

it("keeps no word of a text that is gone", async () => {
  const { store, first } = await prepared();
  const memory = await memoryIndex(store);
  const forms = async () =>
    (await store.read.selectFrom("search_word").select("form").execute()).map((row) => row.form);
  expect(await forms()).toEqual(expect.arrayContaining(["handover", "telephone", "they"]));
  await dropDocuments(store, "contribution", first);
  // As the thread does from time to time.
  await memory.contents.follow();
  await memory.dropUnusedWords();
  expect(await forms()).not.toEqual(expect.arrayContaining(["telephone"]));
  expect(await forms()).toContain("they");
  await rebuildIndex(store, searchSources, { all: true });
  expect(await forms()).toContain("telephone");
  expect(await checkIndex(store.read, searchSources)).toEqual([]);
});

it("gives words new numbers that were taken out while somebody kept the old ones", async () => {
  const { store, w } = await prepared();
  const numbers = new WordNumbers();
  const write = (title: string, recordId: string) =>
    writeTransaction(store, (db) => {
      const words = documentWords(title, "", "en");
      const described = { language: "en", isOriginal: true, isSummarised: false };
      return writeDocuments(db, [], [{ recordType: "contribution", recordId, ...described, words }], numbers);
    });
  const [one = "", other = ""] = await addContributions(store, w, [{ title: "Zebra" }, { title: "Zebra" }]);
  await dropDocuments(store, "contribution");
  await write("Zebra", one);
  await dropDocuments(store, "contribution");
  await dropUnusedWords(store);
  await write("Zebra", other);
  expect((await checkIndex(store.read, searchSources)).filter((fault) => fault.includes(other))).toEqual([]);
});
