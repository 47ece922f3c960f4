import fc from "fast-check";
import { expect, it } from "vitest";
import { type Actor, anonymous } from "#app/domain/access/actor.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import type { FacetValue } from "#app/domain/search/results/facets.server.ts";
import { type SearchInput, type SearchResult, search } from "#app/domain/search/search.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import type { Store } from "#db/store.ts";
import { addContributions } from "#tests/domain/search/search-world.ts";
import { memoryIndex, searchIn } from "#tests/support/searching.ts";
import { testStore, writing } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

async function prepared() {
  const store = testStore();
  await loadLibrary(store);
  const w = await world(store);
  const find = (actor: Actor, query: string, further: Partial<SearchInput> = {}): Promise<SearchResult> =>
    searchIn(store, actor, { query, locale: "en", ...further });
  const titles = async (actor: Actor, query: string, further: Partial<SearchInput> = {}) =>
    (await find(actor, query, { types: ["contribution"], ...further })).hits.map((hit) => hit.title.text);
  return { store, w, find, titles };
}

const counted = (values: FacetValue[]) => values.map(({ value, count }) => [value, count]);

it("finds a record in either script, with or without marks, composed or not", async () => {
  const { store, w, titles } = await prepared();
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
  const { store, w, find } = await prepared();
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
  const { store, w, find } = await prepared();
  await addContributions(store, w, [
    { title: "A plan", summary: "Short.", body: "First.\n\nThe *mentor* comes along." },
  ]);
  const found = await find(await w.actor(w.people.consultant), "mentor");
  expect(found.hits.map((hit) => hit.snippet)).toEqual([
    { text: "First. The mentor comes along.", ranges: [[11, 17]] },
  ]);
});

it("finds one hit a record: the version that matches, else the one in the reader's language, else the original", async () => {
  const { store, w, find } = await prepared();
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
  const { store, w, find } = await prepared();
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
  const { store, w, find } = await prepared();
  await addContributions(store, w, [
    { title: "The record", number: "REL-2026-K7Q4" },
    { title: "Builds on REL-2026-K7Q4", body: "REL-2026-K7Q4 said so." },
  ]);
  const found = await find(await w.actor(w.people.consultant), "rel-2026-k7q4");
  expect(found.hits.map((hit) => hit.title.text)).toEqual(["The record", "Builds on REL-2026-K7Q4"]);
});

it("puts the word as written first, then the title before the body, then synonyms, then what is newer", async () => {
  const { store, w, titles } = await prepared();
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
  const { store, w, find } = await prepared();
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

it("maps operators onto the filters of the panel", async () => {
  const { store, w, find } = await prepared();
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
  const { store, w, find } = await prepared();
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

it("walks through all pages forth and back, each record once", async () => {
  const { store, w, find } = await prepared();
  await addContributions(
    store,
    w,
    Array.from({ length: 23 }, (_, at) => ({
      title: `Plan ${at}`,
      submittedAt: `2026-01-0${1 + (at % 3)}T00:00:00.000Z`,
    })),
  );
  const reader = await w.actor(w.people.consultant);
  for (const [query, sort] of [
    ["plan", "relevance"],
    ["plan", "newest"],
    ["", "newest"],
  ] as const) {
    const whole = await find(reader, query, { sort, limit: 100, types: ["contribution"] });
    const forth: string[][] = [];
    let page = await find(reader, query, { sort, limit: 5, types: ["contribution"] });
    expect(page.previous).toBeNull();
    for (;;) {
      expect(page.before).toBe(forth.flat().length);
      forth.push(page.hits.map((hit) => hit.id));
      if (!page.next) break;
      page = await find(reader, query, { sort, limit: 5, types: ["contribution"], cursor: page.next });
    }
    expect(forth.flat()).toEqual(whole.hits.map((hit) => hit.id));
    const back: string[][] = [];
    for (;;) {
      back.unshift(page.hits.map((hit) => hit.id));
      if (!page.previous) break;
      page = await find(reader, query, { sort, limit: 5, types: ["contribution"], cursor: page.previous });
    }
    expect(back).toEqual(forth);
  }
  const first = await find(reader, "plan");
  const gone = Buffer.from('["after","gone",5]').toString("base64url");
  for (const cursor of [gone, "nonsense", "W10", "x".repeat(500)])
    expect(await find(reader, "plan", { cursor })).toEqual(first);
});

it("asks the database as often for many hits as for one", async () => {
  const { store, w, find } = await prepared();
  const reader = await w.actor(w.people.consultant);
  await addContributions(store, w, [{ title: "Plan", cites: ["coe-epr"] }]);
  const statementsFor = async () => {
    const asked = { limit: 100, types: ["contribution"] };
    // The first search takes in what was added.
    await find(reader, "plan", asked);
    const before = store.asked();
    const { hits } = await find(reader, "plan", asked);
    return [hits.length, store.asked() - before];
  };
  const few = await statementsFor();
  await addContributions(
    store,
    w,
    Array.from({ length: 60 }, () => ({ title: "Plan", cites: ["coe-epr"] })),
  );
  const many = await statementsFor();
  expect([few[0], many[0]]).toEqual([1, 61]);
  expect(many[1]).toBe(few[1]);
});

it("takes any string without an error", async () => {
  const { store, w, find } = await prepared();
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

it("counts each facet as if its own filter were off", async () => {
  const { store, w, find } = await prepared();
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
  const { store, w, find } = await prepared();
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

it("lets nobody see drafts and withdrawn records, and everybody public ones", async () => {
  const { store, w, titles } = await prepared();
  await addContributions(store, w, [
    { title: "Draft", status: "draft" },
    { title: "Withdrawn", status: "withdrawn", sharing: "public" },
    { title: "Public", sharing: "public" },
  ]);
  for (const actor of [anonymous, await w.actor(w.people.organiser), await w.actor(w.people.participantBa)]) {
    expect(await titles(actor, "")).toEqual(["Public"]);
  }
});

function readersOf(store: Store) {
  return store.read.selectFrom("account").select("id").execute();
}

it("answers everybody who may not see a record byte for byte as if there were none", async () => {
  const { store, w, find } = await prepared();
  await addContributions(store, w, [
    { title: "Release plan", themes: ["T01"], sharing: "public", cites: ["coe-epr"] },
    { title: "Plan of release in steps", themes: ["T02"], body: "release release plan", sharing: "programme" },
    { title: "Third plan", sharing: "group" },
  ]);
  const searches: [string, Partial<SearchInput>][] = [
    ["", {}],
    ["plan", {}],
    ["release plan", { sort: "newest" }],
    ["zavičaj", {}],
    ["REL-2026-HHHH", {}],
    ["coe CM/Rec(2010)1", {}],
    ["plan", { filters: { theme: ["T09"], kind: ["lesson"] } }],
    ["", { filters: { beneficiary: ["xk"], round: [w.roundId] } }],
  ];
  const answers = async () => {
    const all = new Map<string, string>();
    for (const { id } of [{ id: null }, ...(await readersOf(store))]) {
      const actor = await w.actor(id);
      for (const [query, further] of searches) {
        all.set(JSON.stringify([id, query, further]), JSON.stringify(await find(actor, query, further)));
      }
    }
    return all;
  };
  const before = await answers();
  await addContributions(store, w, [
    {
      title: "Zavičaj: release plan release plan",
      number: "REL-2026-HHHH",
      kind: "lesson",
      beneficiary: "xk",
      author: "consultant",
      sharing: "bilateral",
      themes: ["T09", "T01"],
      cites: ["coe-probation", "coe-epr"],
      round: true,
    },
  ]);
  const after = await answers();
  const { consultant, secondConsultant, organiser } = w.people;
  const seers = new Set([consultant, secondConsultant, organiser]);
  const changed = [...before].filter(([key, answer]) => after.get(key) !== answer).map(([key]) => JSON.parse(key)[0]);
  expect(new Set(changed)).toEqual(seers);
});

it("tells nothing of what was hidden after it was matched", async () => {
  const { store, w } = await prepared();
  const [hidden] = await addContributions(store, w, [{ title: "Smještaj sa imenom", language: "bs" }]);
  await addContributions(store, w, [{ title: "Smještaj za sve", language: "bs" }]);
  const memory = await memoryIndex(store);
  const match: Matcher["match"] = async (...given) => {
    const matched = await memory.match(...given);
    await writing(store)
      .updateTable("contribution")
      .set({ sharing: "bilateral" })
      .where("id", "=", hidden ?? "")
      .execute();
    return matched;
  };
  const observer = await w.actor(w.people.observer);
  const { hits } = await search(
    store.read,
    observer,
    { query: "smještaj", locale: "en" },
    { ...methodsOf(memory), match },
  );
  expect(hits.map((hit) => hit.title.text)).toEqual(["Smještaj za sve"]);
});

const methodsOf = (matcher: Matcher): Matcher => ({
  sources: matcher.sources,
  match: (...given) => matcher.match(...given),
  suggest: (...given) => matcher.suggest(...given),
  similar: (...given) => matcher.similar(...given),
});
