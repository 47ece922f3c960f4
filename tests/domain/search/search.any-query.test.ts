import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import { FILTER_NAMES, type FilterName } from "#app/domain/search/query/filter-names.ts";
import { canonicalValue } from "#app/domain/search/query/filters.ts";
import { MAX_LENGTH, MAX_WORDS, parseQuery, type Query } from "#app/domain/search/query/query.ts";
import { resolveFilters } from "#app/domain/search/query/resolve-filters.server.ts";
import { readVocabulary } from "#app/domain/search/query/search-vocabulary.server.ts";
import { search } from "#app/domain/search/search.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { addressParams, readSearchAddress, withoutOperators } from "#app/ui/search/search-address.ts";
import type { Store } from "#db/store.ts";
import { addContributions } from "#tests/domain/search/search-world.ts";
import { rounds } from "#tests/support/rounds.ts";
import { memoryIndex } from "#tests/support/searching.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

// biome-ignore format: samples in rows
const SAMPLES = [
  '"', "'", "“", "”", "„", "«", "»", "(", ")", "*", "^", "+", "-", " -", ":", "::", "{", "}", "|", "\\", ";", "--", "/*", ",", ".",
  "\0", "\u0007", "\n", "\t", "\u2028", "\uFEFF", "\uD800", "\uDC00", "\uD83D", "\u200D", "\u200B", "\u00AD", "\u0301", "\u202E",
  " AND ", " OR ", " NOT ", " NEAR(", "title_keys:", "{body_keys} : ", "rowid:", "foo:", "http://", "constructor:", "__proto__:",
  "zatvor", "šta?", "суд", "ќерка", "Këshilli", "CM/Rec(2010)1", "VERA-2R", "Savjet Evrope", "漢字", "العربية", "עברית", "ไทย", "हिन्दी", "한국어", "ქართული",
  "👩‍👩‍👧", "🇧🇦", "🙂", "½", "ﬁ", "İ", "ẞ", "ǆ", "J\u030C", "x".repeat(300), "a ".repeat(9),
];

// biome-ignore format: values in rows
const VALUES = [
  "", " ", ">=3", "≥3", "<0", "2..4", "4..2", "9", ">=", "..", "2020", "2020-11-04", "31.2.2020", "4.11.2020.", "04/11/2020", '"4. studenog 2020"',
  "„4-6. Studenog 2020“", '"04-06 ноември 2020"', '"4 nëntor', "2020-11-04..2020-11-06", "99999999999999999999", "-1", "ba", "xk", "attachment",
  "translation,references", ",,,", "need,lesson", "T05", "sr-cyrl", "x-y-z-", "%", "'; drop table contribution; --", "a:b", '"', '""', "\uD800", "\u200D", "İ", "J\u030C",
];

const operator = fc
  .tuple(
    fc.constantFrom("", "-", " "),
    fc.constantFrom(...FILTER_NAMES, "KIND", "Evidence", "tema"),
    fc.oneof(fc.constantFrom(...VALUES), fc.string({ unit: "binary", maxLength: 6 })),
  )
  .map(([sign, name, value]) => `${sign}${name}:${value}`);

const piece = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...SAMPLES) },
  { weight: 3, arbitrary: operator },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
  { weight: 2, arbitrary: fc.constant(" ") },
);
const anyText = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(""));
const shortText = fc.oneof(
  operator,
  fc.array(piece, { maxLength: 2 }).map((parts) => parts.join("")),
);

/** How a query was understood, without what depends on where in the text a word stands. */
function understood({ text, clauses, excluded, filters, notes }: Query) {
  return { text, clauses, excluded, filters, notes: notes.filter(({ key }) => key !== "searchNotes.tooLong") };
}

describe("any string", () => {
  it("is a query, understood the same when it is read again", () => {
    let runs = 0;
    fc.assert(
      fc.property(anyText, (typed) => {
        const query = parseQuery(typed);
        const faults: unknown[] = [];
        if (query.text.length > MAX_LENGTH || query.clauses.length > MAX_WORDS) faults.push(query.text);
        // Where nothing was cut or cleaned, it would be the same call again: now and then that is made too.
        if (query.text !== typed || runs++ % 20 === 0) {
          const again = parseQuery(query.text);
          if (JSON.stringify(understood(again)) !== JSON.stringify(understood(query))) faults.push(again);
        }
        for (const [name, values] of Object.entries(query.filters)) {
          const written = new Set(values.map((value) => canonicalValue(name as FilterName, value)));
          if (values.length === 0 || [...written].join("\n") !== values.join("\n"))
            faults.push([name, values, written]);
        }
        if (new Set(query.notes.map((note) => JSON.stringify(note))).size < query.notes.length)
          faults.push(query.notes);
        expect(faults).toEqual([]);
      }),
      { numRuns: rounds(3000, 10_000) },
    );
  });

  it("leaves no filter behind when they go from the words to the panel", () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const rest = withoutOperators(typed);
        expect(parseQuery(rest).filters).toEqual({});
        const { filters } = parseQuery(typed);
        const address = { query: rest, filters, sort: null, cursor: null };
        const params = Object.entries(addressParams(address)).filter(
          (pair): pair is [string, string] => pair[1] !== null,
        );
        const read = readSearchAddress(new URLSearchParams(params));
        // Commas part values in an address.
        for (const name of FILTER_NAMES) {
          const values = filters[name] ?? [];
          if (values.every((value) => !value.includes(",") && !/\p{Cs}/u.test(value))) {
            expect([name, read.filters[name] ?? []]).toEqual([name, values]);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("takes a bounded time, however it is made", () => {
    // biome-ignore format: parts in rows
    const parts = [
      '"', "“", "a:", "-", "(", ")", "a", "a-", "-a ", '-"', '"a" ', 'a:"', "kind:", "kind:a ", 'kind:"a" ', "kind:a,", "has:a ", "evidence:", "evidence:>", "evidence:3,",
      "date:", "date:2020 ", "date:2020,", 'date:"4. studenog 2020" ', "date:4-", "after:4.", "rec ", "cm ", "1 ", "1.", "1-", "..", "~", "m1 ", "isbn", "10.1234/",
      " ", "\0", "\uD800", "\u0301", "\u200D", "👩‍👩‍👧", "漢", "ж", "x:y ", "::", "http://", "\\", "NEAR(", " OR ",
    ];
    const slow: [string, number][] = [];
    for (const part of parts) {
      const [text, long] = [1000, 20_000].map((length) => part.repeat(Math.ceil(length / part.length))) as [
        string,
        string,
      ];
      const started = performance.now();
      for (const typed of [text, `date:${text}`, `date:"${text}"`, `a${text}:`, `"${text}`, long]) {
        parseQuery(typed);
        withoutOperators(typed);
      }
      const took = performance.now() - started;
      if (took > 1000) slow.push([part, took]);
    }
    expect(slow).toEqual([]);
  });
});

describe("any search", () => {
  let store: Store;
  let actor: Actor;
  beforeAll(async () => {
    store = testStore();
    const w = await world(store);
    await addContributions(store, w, [{ title: "Plan zatvor суд" }, { title: "Këshilli", cites: [], round: true }]);
    actor = await w.actor(w.people.organiser);
  });
  afterAll(() => store.close());

  it("is answered, whatever stands in its words, filters and cursor", async () => {
    const vocabulary = await readVocabulary(store.read, "bs");
    const memory = await memoryIndex(store);
    await fc.assert(
      fc.asyncProperty(
        shortText,
        fc.constantFrom(...FILTER_NAMES),
        fc.oneof(fc.constantFrom(...VALUES), fc.string({ unit: "binary", maxLength: 20 })),
        async (query, name, value) => {
          const input = { query, filters: { [name]: [value] }, cursor: value, locale: "bs" as const };
          const found = await search(store.read, actor, input, memory);
          expect(found.hits.length).toBeLessThanOrEqual(found.total);
          expect(found.active.every(({ label }) => label !== "" && !label.startsWith("search."))).toBe(true);
          // What was understood is understood the same when it comes by the address.
          const again = await resolveFilters(store.read, actor, searchSources, found.filters, vocabulary, "bs");
          expect(again.filters).toEqual(found.filters);
        },
      ),
      { numRuns: rounds(500, 2000) },
    );
  }, 120_000);
});
