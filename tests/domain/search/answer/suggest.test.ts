import { describe, expect, it, test } from "vitest";
import { search } from "#app/domain/search/search.server.ts";
import { editDistance } from "#app/language/edit-distance.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import { addContributions, type ContributionOf } from "#tests/domain/search/search-world.ts";
import { memoryIndex } from "#tests/support/searching.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

describe("editDistance", () => {
  test.each([
    ["plan", "plan", 0],
    ["plan", "plam", 1],
    ["plan", "lpan", 1],
    ["plan", "plaan", 1],
    ["plan", "pan", 1],
    ["otpust", "otpsut", 1],
    ["koordinacija", "kordinacja", 2],
    ["plan", "sud", 3],
    ["", "ab", 2],
  ])("of %s and %s is %i, or more than was asked for", (one, other, distance) => {
    expect(editDistance(one, other, 2)).toBe(distance);
    expect(editDistance(other, one, 2)).toBe(distance);
  });
});

async function prepared(records: readonly ContributionOf[]) {
  const store = testStore();
  await loadLibrary(store);
  const w = await world(store);
  await addContributions(store, w, records);
  const memory = await memoryIndex(store);
  const suggested = async (query: string, person: keyof typeof w.people = "observer") => {
    const reader = await w.actor(w.people[person]);
    const all = { query, locale: "en", types: ["contribution"] } as const;
    return (await search(store.read, reader, all, memory)).suggested;
  };
  return { store, w, suggested, memory };
}

it("suggests the nearest word that stands somewhere, in the script that was typed", async () => {
  const { suggested } = await prepared([
    { title: "Koordinacija službi", language: "bs" },
    { title: "Координација служби", language: "sr-Cyrl" },
    { title: "Smještaj nakon otpusta", language: "bs" },
  ]);
  expect(await suggested("kordinacija")).toBe("koordinacija");
  expect(await suggested("кординација")).toBe("координација");
  expect(await suggested("otpsuta -plan kind:practice")).toBe("otpusta -plan kind:practice");
  expect(await suggested("Koordinacija sluzbii otpsuta")).toBe("Koordinacija službi otpusta");
});

it("suggests nothing for what is found, for beginnings, short words and what is like nothing", async () => {
  const { suggested } = await prepared([{ title: "Koordinacija službi" }, { title: "Rad" }]);
  for (const query of ["koordinacija", "koordi", "rda", "xyzwvutq", "", '"kordinacija sluzbi"']) {
    expect(await suggested(query)).toBeNull();
  }
});

it("suggests no word too short to mean anything, and none that only joins others", async () => {
  const { suggested } = await prepared([
    { title: "Ima obuke nakon otpusta", language: "bs" },
    { title: "Сме заедно", language: "mk" },
  ]);
  for (const query of ["imaj", "rel 2020 qsme", "nakkon", "nakonn"]) expect(await suggested(query)).toBeNull();
});

it("takes no name of a term for a misspelt word", async () => {
  const { suggested } = await prepared([{ title: "Iman i zajednica" }, { title: "Obuka" }]);
  expect(await suggested("imam")).toBeNull();
  expect(await suggested("imam obukka")).toBe("iman obuka");
});

it("suggests nothing for what was meant as the name of a filter", async () => {
  const { suggested } = await prepared([{ title: "Them and housing" }]);
  expect(await suggested("thema:hausing")).toBe("thema:housing");
});

it("says it among the notes too", async () => {
  const { store, w, memory } = await prepared([{ title: "Koordinacija" }]);
  const reader = await w.actor(w.people.observer);
  const found = await search(store.read, reader, { query: "kordinacija", locale: "en" }, memory);
  expect(found.notes).toContainEqual({ key: "searchNotes.didYouMean", params: { query: "koordinacija" } });
});

it("answers the same with and without hidden records that have the word, nearer words, or many of it", async () => {
  const open: ContributionOf[] = [{ title: "Mentorstvo u zajednici" }, { title: "Monitor" }];
  const hidden = ["mentor", "mentori", "mentorr", "mentorstva", "mentorska"].map(
    (title): ContributionOf => ({ title, sharing: "bilateral", beneficiary: "al", author: "speakerAl" }),
  );
  const without = await prepared(open);
  const withHidden = await prepared([...open, ...hidden]);
  const queries = ["mentor", "mentorr", "mentorstvi", "mentro", "monitr", "mentorska"];
  for (const query of queries) expect(await withHidden.suggested(query)).toBe(await without.suggested(query));
  // Who sees them is told of them.
  expect(await withHidden.suggested("mentro", "consultant")).toBe("mentor");
  expect(await without.suggested("mentro", "consultant")).not.toBe("mentor");
});
