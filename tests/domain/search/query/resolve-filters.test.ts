import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type Actor, anonymous } from "#app/domain/access/actor.ts";
import { FILTER_NAMES, filterNamed, filterWord } from "#app/domain/search/query/filter-names.ts";
import { parseQuery } from "#app/domain/search/query/query.ts";
import { resolveFilters } from "#app/domain/search/query/resolve-filters.server.ts";
import { readVocabulary } from "#app/domain/search/query/search-vocabulary.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { type InterfaceLocale, interfaceLocales, languageCodes } from "#app/i18n/languages.ts";
import { addContributions, addSession } from "#tests/domain/search/search-world.ts";
import { searchIn } from "#tests/support/searching.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

async function prepared() {
  const store = testStore();
  const w = await world(store);
  const resolve = async (actor: Actor, typed: string, locale: InterfaceLocale = "en", zone?: string) => {
    const vocabulary = await readVocabulary(store.read, locale);
    return resolveFilters(store.read, actor, searchSources, parseQuery(typed).filters, vocabulary, locale, zone);
  };
  return { store, w, resolve };
}

const none = { evidence: null, from: null, until: null, fromYear: null, untilYear: null, has: [] };

it("understands stages of evidence, which narrow each other", async () => {
  const { resolve } = await prepared();
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
  const { resolve } = await prepared();
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
  const { resolve } = await prepared();
  const found = await resolve(anonymous, 'date:31.2.2020 before:"next week" after:2020');
  expect(found.notes).toEqual([
    { key: "searchNotes.unknownDate", params: { name: "before", value: "next week" } },
    { key: "searchNotes.unknownDate", params: { name: "date", value: "31.2.2020" } },
  ]);
  expect(found.filters).toEqual({ after: ["2020"] });
  expect(found.bounds).toEqual({ ...none, from: "2019-12-31T23:00:00.000Z", fromYear: 2020 });
});

it("understands what a record must have by code and by name in every language", async () => {
  const { resolve } = await prepared();
  const has = async (typed: string) => (await resolve(anonymous, typed)).bounds.has;
  expect(await has("has:attachment")).toEqual(["attachment"]);
  expect(await has("has:references,translation has:summary")).toEqual(["translation", "references", "summary"]);
  expect(await has("has:prijevod has:САЖЕТАК")).toEqual(["translation", "summary"]);
  const unknown = await resolve(anonymous, "has:wings");
  expect(unknown.bounds).toEqual(none);
  expect(unknown.notes).toEqual([{ key: "searchNotes.unknownValue", params: { name: "has", value: "wings" } }]);
});

it("takes values of addresses in any spelling and gives them in one", async () => {
  const { store } = await prepared();
  const given = { after: ["4. studenog 2020", "2020-11-04"], evidence: [">2", "3+"], has: ["Translation"] };
  const vocabulary = await readVocabulary(store.read, "en");
  const { filters } = await resolveFilters(store.read, anonymous, searchSources, given, vocabulary, "en");
  expect(filters).toEqual({ after: ["2020-11-04"], evidence: [">=3"], has: ["translation"] });
});

it("names filters in the language of the reader", async () => {
  const { store, w } = await prepared();
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

it("finds sessions by id, day and beneficiary, those the reader sees", async () => {
  const { store, w, resolve } = await prepared();
  const ba = await addSession(store, w, ["participantBa", "consultant"], "ba");
  const al = await addSession(store, w, ["participantAl"], "al");
  const sessions = async (person: keyof typeof w.people, typed: string) => {
    const found = await resolve(await w.actor(w.people[person]), typed);
    return [...(found.filters.session ?? [])].sort();
  };
  for (const day of ["2026-11-04", "4.11.2026.", '"4. studenog 2026"', "2026-11", "2026"]) {
    expect([day, await sessions("organiser", `session:${day}`)]).toEqual([day, [ba, al].sort()]);
    expect([day, await sessions("consultant", `session:${day}`)]).toEqual([day, [ba]]);
  }
  for (const name of ["ba", "BA", '"Bosnia and Herzegovina"', '"bosnia and herzegovina"', ba]) {
    expect([name, await sessions("organiser", `session:${name}`)]).toEqual([name, [ba]]);
    expect([name, await sessions("participantBa", `session:${name}`)]).toEqual([name, [ba]]);
    expect([name, await sessions("participantAl", `session:${name}`)]).toEqual([name, []]);
  }
  expect(await sessions("organiser", "session:2026-11-05,xk,nonsense,regional")).toEqual([]);
  expect(await sessions("organiser", "session:ba,al")).toEqual([ba, al].sort());
});

it("names no more sessions than it searches, and says so", async () => {
  const { store, w, resolve } = await prepared();
  for (let at = 0; at < 41; at++) await addSession(store, w, at < 40 ? ["consultant"] : [], "ba");
  const many = await resolve(await w.actor(w.people.organiser), "session:2026");
  expect(many.filters.session).toHaveLength(40);
  const params = { name: "session", value: "2026", limit: 40 };
  expect(many.notes).toEqual([{ key: "searchNotes.manyValues", params }]);
  const fewer = await resolve(await w.actor(w.people.consultant), "session:2026");
  expect([fewer.filters.session?.length, fewer.notes]).toEqual([40, []]);
});

it("finds rounds by id, title and short name", async () => {
  const { w, resolve } = await prepared();
  for (const value of ["november", '"November round"', '"NOVEMBER ROUND"', w.roundId]) {
    const found = await resolve(await w.actor(w.people.observer), `round:${value}`);
    expect([value, found.filters.round, found.notes]).toEqual([value, [w.roundId], []]);
  }
});

it("says the same of sessions and rounds that are hidden as of those that do not exist", async () => {
  const { store, w, resolve } = await prepared();
  const hidden = await addSession(store, w, ["participantAl"], "al");
  await addContributions(store, w, [
    { title: "Nobody is named", sharing: "public", attribution: "group", round: true, session: hidden },
    { title: "Heard by few", sharing: "bilateral", beneficiary: "al", author: "participantAl", session: hidden },
  ]);
  const pairs = [
    ["session", hidden, "00000000-0000-0000-0000-000000000000"],
    ["session", "al", "xk"],
    ["session", "al", "nowhere"],
    ["session", "Albania", "Atlantis"],
    ["session", "2026-11-04", "2026-11-05"],
    ["session", "2026", "2031"],
    ["session", "4. studenog 2026", "5. studenog 2026"],
    ["round", "November round", "December round"],
    ["round", "november", "december"],
  ] as const;
  const outsiders = [
    anonymous,
    ...(await Promise.all(
      (["administrator", "otherOrganiser", "otherConsultant", "otherParticipantBa"] as const).map((person) =>
        w.actor(w.people[person]),
      ),
    )),
  ];
  const uninvited = await Promise.all(
    (["consultant", "observer", "participantBa", "speakerAl"] as const).map((person) => w.actor(w.people[person])),
  );
  for (const [name, exists, absent] of pairs) {
    for (const actor of name === "session" ? [...outsiders, ...uninvited] : outsiders) {
      const [one, other] = [await resolve(actor, `${name}:"${exists}"`), await resolve(actor, `${name}:"${absent}"`)];
      expect(one).toEqual({
        filters: {},
        labels: {},
        notes: [{ key: "searchNotes.unknownValue", params: { name, value: exists } }],
        bounds: none,
      });
      expect(other).toEqual({ ...one, notes: [{ key: one.notes[0]?.key, params: { name, value: absent } }] });
    }
  }
  // A record that names its source leads to its round, whoever reads it.
  await addContributions(store, w, [{ title: "Named", sharing: "public", attribution: "beneficiary", round: true }]);
  expect((await resolve(anonymous, 'round:"November round"')).filters).toEqual({ round: [w.roundId] });
});

it("tells what may have been meant by a value that is unknown, of lists that are the same for everybody", async () => {
  const { resolve } = await prepared();
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
  const { resolve } = await prepared();
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
  const { store, w } = await prepared();
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
  const { resolve } = await prepared();
  for (const code of languageCodes) {
    expect((await resolve(anonymous, `lang:${code.toLowerCase()}`)).filters.lang).toContain(code);
  }
  const { notes } = await resolve(anonymous, "target:woman");
  expect(notes).toEqual([
    { key: "searchNotes.unknownValueNear", params: { name: "target", value: "woman", near: 'target:"Women"' } },
  ]);
});

it("shows in the help, in every language, exactly the filters there are, and examples that work", async () => {
  const { resolve } = await prepared();
  for (const locale of interfaceLocales) {
    const help = readFileSync(`content/pages/${locale}/help.md`, "utf8");
    const line = help.split("\n").find((one) => /^- (?:All of them|Svi filteri):/.test(one)) ?? "";
    const listed = [...line.matchAll(/\*([a-z]+)\*/g)].map(([, name]) => name);
    expect([locale, listed.sort()]).toEqual([locale, [...FILTER_NAMES].sort()]);
    for (const [, example = ""] of help.matchAll(/\*(\p{L}+:[^*]+)\*/gu)) {
      // What rounds and sessions there are is not for help to know.
      if (/^(?:round|session|https?):/.test(example)) continue;
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
