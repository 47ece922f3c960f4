import { expect, it } from "vitest";
import { checkIndex } from "#app/domain/search/index/check-index.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { loadLibrary, renewLibrary } from "#app/seed/load-library.server.ts";
import type { Store } from "#db/store.ts";
import { commits, testStore, writing } from "#tests/support/store.ts";

async function counts({ read }: Store) {
  const count = async (table: "theme" | "reference" | "agenda_template" | "search_document") =>
    Number(
      (
        await read
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as("n"))
          .executeTakeFirst()
      )?.n,
    );
  return {
    themes: await count("theme"),
    references: await count("reference"),
    templates: await count("agenda_template"),
    documents: await count("search_document"),
  };
}

it("loads themes, references and agenda templates, and indexes the references", async () => {
  const store = testStore();
  await loadLibrary(store);
  expect(await counts(store)).toEqual({ themes: 20, references: 53, templates: 5, documents: 53 });
  expect(await checkIndex(store.read, searchSources)).toEqual([]);
  const theme = await store.read.selectFrom("theme").selectAll().where("code", "=", "T01").executeTakeFirstOrThrow();
  expect(JSON.parse(theme.labels)).toMatchObject({ en: "Screening", bs: "skrining" });
});

it("is only loaded where it was chosen", async () => {
  const store = testStore();
  await renewLibrary(store);
  expect(await counts(store)).toEqual({ themes: 0, references: 0, templates: 0, documents: 0 });
});

it("writes nothing when everything is there", async () => {
  const store = testStore();
  await loadLibrary(store);
  const before = await commits(store);
  await renewLibrary(store);
  expect(await commits(store)).toBe(before);
});

it("adds what is new and leaves alone what was edited", async () => {
  const store = testStore();
  await loadLibrary(store);
  await writing(store).deleteFrom("theme").where("code", "=", "T07").execute();
  await writing(store)
    .updateTable("reference")
    .set({ title: "Our own title", origin: "edited" })
    .where("id", "=", "coe-epr")
    .execute();
  await renewLibrary(store);
  expect(await counts(store)).toEqual({ themes: 20, references: 53, templates: 5, documents: 53 });
  const edited = await store.read.selectFrom("reference").select("title").where("id", "=", "coe-epr").execute();
  expect(edited).toEqual([{ title: "Our own title" }]);
  expect(await checkIndex(store.read, searchSources)).toEqual(["reference coe-epr (en) is not indexed as it reads"]);
});
