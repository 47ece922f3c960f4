import fc from "fast-check";
import { expect, it } from "vitest";
import type { SearchInput } from "#app/domain/search/search.server.ts";
import { addContributions } from "#tests/domain/search/search-world.ts";
import { searchedWorld } from "#tests/domain/search/searched-world.ts";

it("finds a record in either script, with or without marks, composed or not", async () => {
  const { store, w, titles } = await searchedWorld();
  await addContributions(store, w, [
    { title: "Pronalazak smještaja nakon otpusta", language: "bs" },
    { title: "Смештај после отпуста", language: "sr-Cyrl" },
    { title: "Work with families" },
  ]);
  const reader = await w.actor(w.people.consultant);
  const expected = ["Pronalazak smještaja nakon otpusta", "Смештај после отпуста"];
  for (const query of ["smještaj", "smestaj", "смештај", "smještaj".normalize("NFD"), "SMJEŠTAJ"]) {
    expect((await titles(reader, query)).sort()).toEqual(expected);
  }
});

it("marks the letters of the original", async () => {
  const { store, w, find } = await searchedWorld();
  await addContributions(store, w, [
    { title: "Pronalazak smještaja", summary: "Bez stana <b>nema</b> plana.", language: "bs" },
  ]);
  const found = await find(await w.actor(w.people.consultant), "smestaj");
  expect(found.hits.map((hit) => [hit.title, hit.snippet])).toEqual([
    [
      { text: "Pronalazak smještaja", ranges: [[11, 20]] },
      { text: "Bez stana <b>nema</b> plana.", ranges: [] },
    ],
  ]);
});

it("shows the piece of the body where the summary has nothing to mark", async () => {
  const { store, w, find } = await searchedWorld();
  await addContributions(store, w, [
    { title: "A plan", summary: "Short.", body: "First.\n\nThe *mentor* comes along." },
  ]);
  const found = await find(await w.actor(w.people.consultant), "mentor");
  expect(found.hits.map((hit) => hit.snippet)).toEqual([
    { text: "First. The mentor comes along.", ranges: [[11, 17]] },
  ]);
});

it("finds one hit a record: the version that matches, else the one in the reader's language, else the original", async () => {
  const { store, w, find } = await searchedWorld();
  await addContributions(store, w, [
    {
      title: "Plan otpusta",
      language: "bs",
      versions: [
        { language: "en", title: "Release plan", provenance: "machine" },
        { language: "sq", title: "Plani i lirimit" },
      ],
    },
  ]);
  const reader = await w.actor(w.people.consultant);
  const shown = async (query: string, further: Partial<SearchInput> = {}) =>
    (await find(reader, query, { types: ["contribution"], ...further })).hits.map((hit) => hit.language);
  expect(await shown("lirimit")).toEqual(["sq"]);
  expect(await shown("", { locale: "en" })).toEqual(["en"]);
  expect(await shown("", { locale: "bs" })).toEqual(["bs"]);
  expect(await shown("lang:sq")).toEqual(["sq"]);
  expect(await shown("lang:mk")).toEqual([]);
});

it("names a reference by its number in any spelling, first, before records that cite it", async () => {
  const { store, w, find } = await searchedWorld();
  await addContributions(store, w, [
    { title: "CM/Rec(2010)1 in practice", cites: ["coe-probation"] },
    { title: "Another", cites: ["coe-epr"] },
  ]);
  const reader = await w.actor(w.people.consultant);
  for (const query of ["CM/Rec(2010)1", "cm rec 2010 1", "CM/Rec (2010) 1"]) {
    const { hits, recognised } = await find(reader, query);
    expect(hits[0]).toMatchObject({ recordType: "reference", id: "coe-probation", citedBy: 1 });
    expect(recognised).toEqual([{ ...hits[0], rank: 0 }]);
    expect(hits[1]).toMatchObject({ why: [{ key: "search.why.cites", params: { identifier: "CM/Rec(2010)1" } }] });
  }
  const beside = await find(reader, "practice CM/Rec(2010)1");
  expect(beside.hits.map((hit) => hit.title.text)).toEqual(["CM/Rec(2010)1 in practice"]);
  expect(beside.recognised.map((hit) => hit.id)).toEqual(["coe-probation"]);
  expect((await find(reader, "Rec(2006)2")).hits.map((hit) => hit.id)).toContain("coe-epr");
  expect((await find(reader, "cites:Rec(2006)2-rev")).hits.map((hit) => hit.title.text)).toEqual(["Another"]);
});

it("finds a record by its own number first", async () => {
  const { store, w, find } = await searchedWorld();
  await addContributions(store, w, [
    { title: "The record", number: "REL-2026-K7Q4" },
    { title: "Builds on REL-2026-K7Q4", body: "REL-2026-K7Q4 said so." },
  ]);
  const found = await find(await w.actor(w.people.consultant), "rel-2026-k7q4");
  expect(found.hits.map((hit) => hit.title.text)).toEqual(["The record", "Builds on REL-2026-K7Q4"]);
});

it("puts the word as written first, then the title before the body, then synonyms, then what is newer", async () => {
  const { store, w, titles } = await searchedWorld();
  await addContributions(store, w, [
    { title: "Otpust", language: "bs" },
    { title: "As written in the body", body: "otpust" },
    { title: "Poslije otpusta", language: "bs" },
    // Stems are those of the language of the text.
    { title: "Another form in the body", body: "otpusta", language: "bs" },
    { title: "Release" },
    { title: "Release, newer" },
  ]);
  expect(await titles(await w.actor(w.people.consultant), "otpust")).toEqual([
    "Otpust",
    "As written in the body",
    "Poslije otpusta",
    "Another form in the body",
    "Release, newer",
    "Release",
  ]);
});

it("widens the search only when nothing visible matches, and says so", async () => {
  const { store, w, find } = await searchedWorld();
  await addContributions(store, w, [
    { title: "Handover of the file" },
    { title: "Mentors and employment", author: "participantAl", beneficiary: "al", sharing: "bilateral" },
  ]);
  const consultant = await w.actor(w.people.consultant);
  const other = await w.actor(w.people.participantBa);
  expect(await find(consultant, "mentors employment")).toMatchObject({ tier: 1, total: 1, notes: [] });
  const wide = await find(other, "mentors file", { types: ["contribution"] });
  expect(wide).toMatchObject({ tier: 3, total: 1, notes: [{ key: "searchNotes.anyWord", params: {} }] });
  expect(await find(other, "mentors")).toMatchObject({ total: 0, hits: [], notes: [] });
});

it("takes any string without an error", async () => {
  const { store, w, find } = await searchedWorld();
  await addContributions(store, w, [{ title: "Plan" }]);
  const reader = await w.actor(w.people.consultant);
  const nasty = [
    '"',
    "P/CVE",
    "NEAR(",
    "a OR",
    "-",
    "šta?",
    "\u200d\u200d",
    "👩‍👩‍👧",
    "%",
    "x".repeat(10_000),
    "title_keys:",
    "*",
    "\0",
  ];
  for (const query of nasty) await find(reader, query);
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom(..."abčЖ -:\"'()*^{}[]<>&|\\/%_,.\0\u200d😀žñ0123"), maxLength: 40 }),
      fc.string({ maxLength: 30 }),
      async (query, value) => {
        const found = await find(reader, query, {
          filters: { kind: [value], round: [value], cites: [value] },
          cursor: value,
        });
        expect(found.hits.length).toBeLessThanOrEqual(found.total);
      },
    ),
    { numRuns: 500 },
  );
}, 60_000);
