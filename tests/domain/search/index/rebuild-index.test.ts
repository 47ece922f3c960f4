import { createHash } from "node:crypto";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { anonymous } from "#app/domain/access/actor.ts";
import { checkIndex } from "#app/domain/search/index/check-index.server.ts";
import { documentWords } from "#app/domain/search/index/document-words.ts";
import { rebuildIndex, renewIndex } from "#app/domain/search/index/rebuild-index.server.ts";
import { wordKeys } from "#app/domain/search/index/word-roles.ts";
import { search } from "#app/domain/search/search.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { ANALYSER_VERSION } from "#app/language/analyser-version.ts";
import { addContributions, dropDocuments } from "#tests/domain/search/search-world.ts";
import { ALBANIAN_FORMS } from "#tests/language/stems/albanian-pairs.ts";
import { MACEDONIAN_FORMS } from "#tests/language/stems/macedonian-pairs.ts";
import { TOGETHER } from "#tests/language/stems/serbo-croatian-pairs.ts";
import { memoryIndex, searchIn } from "#tests/support/searching.ts";
import { testStore, writing } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

it("makes the index again once after an upgrade, and only what the old analyser read", async () => {
  const store = testStore();
  const w = await world(store);
  const [old = "", fresh = ""] = await addContributions(store, w, [{ title: "Presuda" }, { title: "Sud" }]);
  const documents = () =>
    store.read.selectFrom("search_document").select(["id", "record_id", "analyser"]).orderBy("id").execute();
  const [first] = await documents();
  await dropDocuments(store, "contribution", old);
  await writing(store)
    .insertInto("search_document")
    .values({
      id: first?.id,
      record_type: "contribution",
      record_id: old,
      language: "en",
      analyser: 1,
      is_original: 1,
      is_summarised: 0,
      words: Buffer.from([0, 0, 0, 0, 0]),
    })
    .execute();
  await writing(store).updateTable("search_state").set({ analyser: 1 }).execute();
  expect(await checkIndex(store.read, searchSources)).toContain(`contribution ${old} (en) is not indexed as it reads`);
  const before = (await documents()).find((row) => row.record_id === fresh);
  const notes = async () => (await searchIn(store, anonymous, { query: "", locale: "en" })).notes.map(({ key }) => key);
  // Some records may be missing so long: the reader is told.
  expect(await notes()).toEqual(["searchNotes.rebuilding"]);
  expect([await renewIndex(store, searchSources), await renewIndex(store, searchSources)]).toEqual([true, false]);
  expect(await notes()).toEqual([]);
  expect(await checkIndex(store.read, searchSources)).toEqual([]);
  const after = await documents();
  expect(after.find((row) => row.record_id === fresh)).toEqual(before);
  expect(after.map(({ analyser }) => analyser)).toEqual([ANALYSER_VERSION, ANALYSER_VERSION]);
});

it("gives words the keys of the new analyser, in the index and in the memory of whoever follows it", async () => {
  const store = testStore();
  const w = await world(store);
  await addContributions(store, w, [
    { title: "Presude", language: "bs" },
    { title: "Presuda", language: "bs" },
    { title: "CM/Rec(2010)1" },
  ]);
  // As an earlier analyser left it: the same forms, read in no language.
  await sql`update search_word set languages = 'xx1' where languages not like '#%'`.execute(writing(store));
  await sql`update search_document set analyser = 1`.execute(writing(store));
  await writing(store).updateTable("search_state").set({ analyser: 1 }).execute();
  const memory = await memoryIndex(store);
  const found = async () => {
    const input = { query: "presuda", locale: "bs" } as const;
    const consultant = await w.actor(w.people.consultant);
    return [
      (await searchIn(store, consultant, input)).total,
      (await search(store.read, consultant, input, memory)).total,
    ];
  };
  expect(await checkIndex(store.read, searchSources)).not.toEqual([]);
  expect(await found()).not.toContain(2);
  expect(await renewIndex(store, searchSources)).toBe(true);
  expect(await checkIndex(store.read, searchSources)).toEqual([]);
  expect(await found()).toEqual([2, 2]);
});

it("makes all of the index again where it is told to, without what has no record", async () => {
  const store = testStore();
  const w = await world(store);
  const [id = ""] = await addContributions(store, w, [{ title: "Presuda" }, { title: "Sud" }]);
  await sql`pragma foreign_keys = off`.execute(writing(store));
  await writing(store).deleteFrom("contribution").where("id", "=", id).execute();
  expect((await checkIndex(store.read, searchSources))[0]).toBe(
    `contribution ${id} is in the index and does not exist`,
  );
  expect(await rebuildIndex(store, searchSources, { all: true })).toBe(1);
  expect(await checkIndex(store.read, searchSources)).toEqual([]);
});

it("is given a new number with every change of what is stored", () => {
  const words = [...Object.values(TOGETHER).flat(), ...MACEDONIAN_FORMS, ...ALBANIAN_FORMS].flat().join(" ");
  const texts = `${words} Vidi Handbook for Prisons, CM/Rec(2010)1 i Rec(2006)2-rev. Gjorgji, Ђорђе, ǆamija`;
  const stored = [undefined, "bs", "mk", "sq", "en"].map((locale) => {
    const read = documentWords("", texts, locale);
    const places = [read.title, read.body, read.titleNumbers, read.bodyNumbers, read.own].map((part) => [...part]);
    return [read.names, places, read.names.map(wordKeys)];
  });
  const hash = createHash("sha256").update(JSON.stringify(stored)).digest("hex").slice(0, 16);
  // Where this fails, raise `analyserVersion` as well.
  expect({ analyserVersion: ANALYSER_VERSION, hash }).toEqual({ analyserVersion: 7, hash: "c2ea6eeebc332674" });
});
