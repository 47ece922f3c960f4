import { expect, it } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import type { SearchInput } from "#app/domain/search/search.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import { addContributions } from "#tests/domain/search/search-world.ts";
import { searchIn } from "#tests/support/searching.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

async function prepared() {
  const store = testStore();
  await loadLibrary(store);
  const w = await world(store);
  const offers = async (actor: Actor, query: string, further: Partial<SearchInput> = {}) => {
    const found = await searchIn(store, actor, { query, locale: "en", ...further });
    return found.offers.map(({ name, value, count }) => `${name}:${value} ${count}`);
  };
  return { store, w, offers };
}

it("offers all records of a theme that the words name, in whatever language, script, ending and order", async () => {
  const { store, w, offers } = await prepared();
  await addContributions(store, w, [
    { title: "Ko kome javlja", language: "bs", themes: ["T12"] },
    { title: "Who tells whom", themes: ["T12"] },
    { title: "Кој кому јавува", language: "mk", themes: ["T12"] },
    { title: "Information exchange in one office", themes: ["T11"] },
    { title: "Soba", language: "bs", themes: ["T18"] },
  ]);
  const reader = await w.actor(w.people.consultant);
  for (const query of [
    ...["exchange of information", "information exchange", "EXCHANGE OF INFORMATION", "razmjena informacija"],
    ...["razmjenu informacija", "razmena informacija", "размена информација", "размена на информации"],
    ...[
      "ndarja e informacionit",
      "data protection",
      '"exchange of information"',
      "exchange of information with probation",
    ],
  ]) {
    expect([query, await offers(reader, query)]).toEqual([query, ["theme:T12 3"]]);
  }
  for (const query of ["housing", "smještaj", "smeštaj", "смештај", "сместување", "strehim", "strehimi"]) {
    expect([query, await offers(reader, query)]).toEqual([query, ["theme:T18 1"]]);
  }
});

it("offers nothing for one common word, a part of a name, or what is filtered by already", async () => {
  const { store, w, offers } = await prepared();
  await addContributions(store, w, [
    { title: "One", themes: ["T01", "T02", "T06", "T08", "T12", "T17", "T18"], language: "en" },
  ]);
  const reader = await w.actor(w.people.consultant);
  for (const query of [
    ...["information", "informacija", "exchange", "podrška", "risk", "needs", "potrebe", "priprema", "plan", ""],
    ...["a plan about housing in town", "information desks for exchange students", "theme:T12 information exchange"],
    ...["-housing", "theme:T18"],
  ]) {
    expect([query, await offers(reader, query)]).toEqual([query, []]);
  }
  expect(await offers(reader, "RNA in prison")).toEqual(["theme:T02 1"]);
  expect(await offers(reader, "information exchange", { cursor: null, filters: { theme: ["T12"] } })).toEqual([]);
});

it("counts for the reader, under the filters in force, and never offers what would find nothing", async () => {
  const { store, w, offers } = await prepared();
  await addContributions(store, w, [
    { title: "Between two", sharing: "bilateral", themes: ["T12"], author: "participantAl", beneficiary: "al" },
    { title: "For the group", themes: ["T12"], kind: "need" },
    { title: "For all", themes: ["T12"], sharing: "public" },
    { title: "Hidden", themes: ["T18"], sharing: "bilateral", author: "participantAl", beneficiary: "al" },
  ]);
  const al = await w.actor(w.people.participantAl);
  const ba = await w.actor(w.people.participantBa);
  expect(await offers(al, "information exchange")).toEqual(["theme:T12 3"]);
  expect(await offers(ba, "information exchange")).toEqual(["theme:T12 2"]);
  expect(await offers(al, "information exchange kind:need")).toEqual(["theme:T12 1"]);
  expect(await offers(al, "housing")).toEqual(["theme:T18 1"]);
  expect(await offers(ba, "housing")).toEqual([]);
});

it("offers target groups and phases by name and by abbreviation", async () => {
  const { store, w, offers } = await prepared();
  await addContributions(store, w, [
    { title: "One", targets: ["returned-ftf", "women"], phase: "release-day" },
    { title: "Two", targets: ["returned-ftf"] },
    { title: "Three", phase: "planning" },
  ]);
  const reader = await w.actor(w.people.consultant);
  for (const query of ["FTF", "ftf", "returned foreign terrorist fighters", "страни терористички борци повратници"]) {
    expect([query, await offers(reader, query)]).toEqual([query, ["target:returned-ftf 2"]]);
  }
  expect(await offers(reader, "žene")).toEqual(["target:women 1"]);
  expect(await offers(reader, "ден на ослободување")).toEqual(["phase:release-day 1"]);
  // Instead of another value of the same filter.
  expect(await offers(reader, "FTF target:women")).toEqual(["target:returned-ftf 2"]);
});
