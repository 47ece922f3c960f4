import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { anonymous } from "#app/domain/access/actor.ts";
import { FILTER_NAMES, filterNamed, filterWord } from "#app/domain/search/query/filter-names.ts";
import { parseQuery } from "#app/domain/search/query/query.ts";
import { resolveFilters } from "#app/domain/search/query/resolve-filters.server.ts";
import { readVocabulary } from "#app/domain/search/query/search-vocabulary.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { type InterfaceLocale, interfaceLocales, languageCodes } from "#app/i18n/languages.ts";
import { none, resolving } from "#tests/domain/search/query/resolving.ts";
import { addContributions } from "#tests/domain/search/search-world.ts";
import { searchIn } from "#tests/support/searching.ts";

it("understands stages of evidence, which narrow each other", async () => {
  const { resolve } = await resolving();
  const evidence = async (typed: string) => (await resolve(anonymous, typed)).bounds.evidence;
  expect(await evidence("evidence:>=3")).toEqual({ least: 3, most: 5 });
  expect(await evidence("evidence:>2")).toEqual({ least: 3, most: 5 });
  expect(await evidence("evidence:3")).toEqual({ least: 3, most: 3 });
  expect(await evidence("evidence:<3")).toEqual({ least: 0, most: 2 });
  expect(await evidence("evidence:<=3")).toEqual({ least: 0, most: 3 });
  expect(await evidence("evidence:2..4")).toEqual({ least: 2, most: 4 });
  expect(await evidence("evidence:>=2 evidence:<=4")).toEqual({ least: 2, most: 4 });
  expect(await evidence("evidence:5,1")).toEqual({ least: 5, most: 1 });
  expect(await evidence("rad")).toBeNull();
  expect(await resolve(anonymous, "evidence:9 evidence:high")).toEqual({
    filters: {},
    labels: {},
    notes: [
      { key: "searchNotes.unknownStage", params: { name: "evidence", value: "9" } },
      { key: "searchNotes.unknownStage", params: { name: "evidence", value: "high" } },
    ],
    bounds: none,
  });
});

it("understands dates by the calendar of Sarajevo or another zone", async () => {
  const { resolve } = await resolving();
  const bounds = async (typed: string, zone?: string) => {
    const { from, until } = (await resolve(anonymous, typed, "en", zone)).bounds;
    return [from, until];
  };
  expect(await bounds("after:2020-11-04")).toEqual(["2020-11-03T23:00:00.000Z", null]);
  expect(await bounds("before:2020-11-04")).toEqual([null, "2020-11-03T23:00:00.000Z"]);
  expect(await bounds("date:4.11.2020.")).toEqual(["2020-11-03T23:00:00.000Z", "2020-11-04T23:00:00.000Z"]);
  expect(await bounds("after:2020")).toEqual(["2019-12-31T23:00:00.000Z", null]);
  expect(await bounds("before:11/2020")).toEqual([null, "2020-10-31T23:00:00.000Z"]);
  expect(await bounds('date:"oktobar 2020"')).toEqual(["2020-09-30T22:00:00.000Z", "2020-10-31T23:00:00.000Z"]);
  expect(await bounds('date:"4-6. Studenog 2020"')).toEqual(["2020-11-03T23:00:00.000Z", "2020-11-06T23:00:00.000Z"]);
  expect(await bounds("date:2020 after:2020-03 after:2020-02 before:2020-11,2021")).toEqual([
    "2020-02-29T23:00:00.000Z",
    "2020-10-31T23:00:00.000Z",
  ]);
  expect(await bounds("after:2021 before:2020")).toEqual(["2020-12-31T23:00:00.000Z", "2019-12-31T23:00:00.000Z"]);
  expect(await bounds("after:2020-11-04", "America/New_York")).toEqual(["2020-11-04T05:00:00.000Z", null]);
  // The clocks of Beirut went forward at midnight: the day begins at one.
  expect(await bounds("after:2021-03-28", "Asia/Beirut")).toEqual(["2021-03-27T22:00:00.000Z", null]);
});

it("says how to write a date where none was understood", async () => {
  const { resolve } = await resolving();
  const found = await resolve(anonymous, 'date:31.2.2020 before:"next week" after:2020');
  expect(found.notes).toEqual([
    { key: "searchNotes.unknownDate", params: { name: "before", value: "next week" } },
    { key: "searchNotes.unknownDate", params: { name: "date", value: "31.2.2020" } },
  ]);
  expect(found.filters).toEqual({ after: ["2020"] });
  expect(found.bounds).toEqual({ ...none, from: "2019-12-31T23:00:00.000Z", fromYear: 2020 });
});

it("understands what a record must have by code and by name in every language", async () => {
  const { resolve } = await resolving();
  const has = async (typed: string) => (await resolve(anonymous, typed)).bounds.has;
  expect(await has("has:attachment")).toEqual(["attachment"]);
  expect(await has("has:references,translation has:summary")).toEqual(["translation", "references", "summary"]);
  expect(await has("has:prijevod has:САЖЕТАК")).toEqual(["translation", "summary"]);
  const unknown = await resolve(anonymous, "has:wings");
  expect(unknown.bounds).toEqual(none);
  expect(unknown.notes).toEqual([{ key: "searchNotes.unknownValue", params: { name: "has", value: "wings" } }]);
});

it("takes values of addresses in any spelling and gives them in one", async () => {
  const { store } = await resolving();
  const given = { after: ["4. studenog 2020", "2020-11-04"], evidence: [">2", "3+"], has: ["Translation"] };
  const vocabulary = await readVocabulary(store.read, "en");
  const { filters } = await resolveFilters(store.read, anonymous, searchSources, given, vocabulary, "en");
  expect(filters).toEqual({ after: ["2020-11-04"], evidence: [">=3"], has: ["translation"] });
});

it("names filters in the language of the reader", async () => {
  const { store, w } = await resolving();
  const typed =
    'evidence:3 evidence:>=3 evidence:<=3 evidence:2..4 before:2021 after:"4. studenog 2020" date:4-6.11.2020 has:translation';
  const labels = async (locale: InterfaceLocale) => {
    const found = await searchIn(store, await w.actor(w.people.consultant), { query: typed, locale });
    return found.active.map(({ label }) => label);
  };
  expect(await labels("en")).toEqual([
    ...["Evidence stage 3", "Evidence stage at least 3", "Evidence stage at most 3", "Evidence stage 2 to 4"],
    ...["Before 1 Jan 2021", "From 4 Nov 2020", "Submitted 4–6 November 2020", "With a translation"],
  ]);
  expect(await labels("bs")).toEqual([
    ...[
      "Nivo utemeljenosti 3",
      "Nivo utemeljenosti najmanje 3",
      "Nivo utemeljenosti najviše 3",
      "Nivo utemeljenosti od 2 do 4",
    ],
    ...["Prije 1. 1. 2021.", "Od 4. 11. 2020.", "Podneseno: 4.–6. novembra 2020.", "S prijevodom"],
  ]);
});

it("tells what may have been meant by a value that is unknown, of lists that are the same for everybody", async () => {
  const { resolve } = await resolving();
  const notes = async (typed: string) => (await resolve(anonymous, typed)).notes;
  expect(await notes("kind:practise")).toEqual([
    { key: "searchNotes.unknownValueNear", params: { name: "kind", value: "practise", near: 'kind:"Good practice"' } },
  ]);
  expect(await notes("vrsta:zzzzzzzz group:RELL")).toEqual([
    { key: "searchNotes.unknownValue", params: { name: "kind", value: "zzzzzzzz" } },
    { key: "searchNotes.unknownValue", params: { name: "group", value: "RELL" } },
  ]);
});

it("names filters in notes as the page names them, in words that can be typed", async () => {
  const { resolve } = await resolving();
  for (const name of FILTER_NAMES) {
    expect(filterNamed(filterWord(name, "bs"))).toBe(name);
    expect(filterNamed(filterWord(name, "en"))).toBe(name);
  }
  const notes = async (typed: string) => (await resolve(anonymous, typed, "bs")).notes;
  expect(await notes("kind:izzov")).toEqual([
    { key: "searchNotes.unknownValueNear", params: { name: "vrsta", value: "izzov", near: 'vrsta:"Izazov"' } },
  ]);
  expect(await notes('before:"iduće sedmice"')).toEqual([
    { key: "searchNotes.unknownDate", params: { name: "prije", value: "iduće sedmice" } },
  ]);
});

it("finds by phase, target group and what is told of the source, by code or name in any language", async () => {
  const { store, w } = await resolving();
  await addContributions(store, w, [
    { title: "One", phase: "planning", targets: ["women", "staff"], attribution: "group" },
    { title: "Two", phase: "pre-release", targets: ["staff"], attribution: "beneficiary" },
    { title: "Three", sharing: "bilateral", beneficiary: "al", author: "speakerAl", phase: "planning" },
  ]);
  const reader = await w.actor(w.people.participantBa);
  const titles = async (query: string) =>
    (await searchIn(store, reader, { query, locale: "en" })).hits.map((hit) => hit.title.text).sort();
  expect(await titles("phase:planning")).toEqual(["One"]);
  expect(await titles('faza:"Planiranje tretmana" target:women')).toEqual(["One"]);
  expect(await titles("target:osoblje")).toEqual(["One", "Two"]);
  expect(await titles("target:women,staff phase:pre-release")).toEqual(["Two"]);
  expect(await titles("attribution:group")).toEqual(["One"]);
  expect(await titles("attribution:person phase:planning")).toEqual([]);
});

it("knows every language by its code, and says what may have been meant", async () => {
  const { resolve } = await resolving();
  for (const code of languageCodes) {
    expect((await resolve(anonymous, `lang:${code.toLowerCase()}`)).filters.lang).toContain(code);
  }
  const { notes } = await resolve(anonymous, "target:woman");
  expect(notes).toEqual([
    { key: "searchNotes.unknownValueNear", params: { name: "target", value: "woman", near: 'target:"Women"' } },
  ]);
});

it("shows in the help, in every language, exactly the filters there are, and examples that work", async () => {
  const { resolve } = await resolving();
  for (const locale of interfaceLocales) {
    const help = readFileSync(`content/pages/${locale}/help.md`, "utf8");
    const line = help.split("\n").find((one) => /^- (?:All of them|Svi filteri):/.test(one)) ?? "";
    const listed = [...line.matchAll(/\*(\p{L}+)\*/gu)].map(([, name]) => name);
    // In the words of the language, and by the codes that hold in all of them.
    const words = new Set([...FILTER_NAMES, ...FILTER_NAMES.map((name) => filterWord(name, locale))]);
    expect([locale, listed.sort()]).toEqual([locale, [...words].sort()]);
    for (const [, example = ""] of help.matchAll(/\*(\p{L}+:[^*]+)\*/gu)) {
      // What rounds and sessions there are is not for help to know.
      if (/^(?:round|session|krug|sesija|https?):/.test(example)) continue;
      const query = parseQuery(example);
      const resolved = await resolve(anonymous, example, locale);
      expect([example, Object.keys(query.filters).length, resolved.notes]).toEqual([
        example,
        query.clauses.length === 0 ? 1 : 0,
        [],
      ]);
    }
  }
});
