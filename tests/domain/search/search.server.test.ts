import { expect, it } from "vitest";
import { loadLibrary } from "#app/cli/seed/load-library.server.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { anonymous } from "#app/domain/access/actor.ts";
import { indexContribution } from "#app/domain/search/index-record.server.ts";
import { type SearchInput, search } from "#app/domain/search/search.server.ts";
import { type Store, writeTransaction } from "#db/connect.server.ts";
import { addContributions } from "#tests/domain/search/search-world.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

async function prepared() {
  const store = testStore();
  await loadLibrary(store);
  return { store, w: await world(store) };
}

function titles(store: Store, actor: Actor, query: string, further: Partial<SearchInput> = {}): Promise<string[]> {
  return search(store.reader, actor, { query, locale: "en", recordTypes: ["contribution"], ...further }).then((found) =>
    found.hits.map((hit) => hit.title.text),
  );
}

it("finds a record in either script, with or without marks, composed or not", async () => {
  const { store, w } = await prepared();
  await addContributions(store, w, [
    { title: "Pronalazak smještaja nakon otpusta", language: "bs" },
    { title: "Смештај после отпуста", language: "sr-Cyrl" },
    { title: "Work with families" },
  ]);
  const reader = await w.actor(w.people.consultant);
  const expected = ["Pronalazak smještaja nakon otpusta", "Смештај после отпуста"];
  for (const query of ["smještaj", "smestaj", "смештај", "smještaj".normalize("NFD"), "SMJEŠTAJ"]) {
    expect((await titles(store, reader, query)).sort()).toEqual(expected);
  }
});

it("marks the letters of the original", async () => {
  const { store, w } = await prepared();
  await addContributions(store, w, [
    { title: "Pronalazak smještaja", summary: "Bez stana <b>nema</b> plana.", language: "bs" },
  ]);
  const found = await search(store.reader, await w.actor(w.people.consultant), { query: "smestaj", locale: "en" });
  expect(found.hits.map((hit) => [hit.title, hit.snippet])).toEqual([
    [
      { text: "Pronalazak smještaja", ranges: [[11, 20]] },
      { text: "Bez stana <b>nema</b> plana.", ranges: [] },
    ],
  ]);
});
