import { beforeEach, expect, it } from "vitest";
import { addLanguageVersion } from "#app/domain/knowledge/add-language-version.server.ts";
import type { Store } from "#db/store.ts";
import { readContribution } from "#tests/domain/knowledge/read-contribution.ts";
import { full, now, type RecordWorld, recordWorld, submitted } from "#tests/domain/knowledge/record-world.ts";
import { testStore } from "#tests/support/store.ts";

let store: Store;
let w: RecordWorld;
let number: string;

beforeEach(async () => {
  store = testStore();
  w = await recordWorld(store);
  const details = { expected: "Notice six months before.", affected: "Families.", causeType: "procedure" };
  number = (await submitted(store, w, "participantBa", { depth: "full", full: { ...full, details } })).number;
});

it("shows what a translation leaves out as it stands in the original, with its language", async () => {
  const author = await w.actor(w.people.participantBa);
  const texts = { title: "Kasna obavijest", summary: "Sažetak.", body: "", details: { affected: "Porodice." } };
  await addLanguageVersion(store, author, { number, language: "bs", ...texts }, now);
  const record = await readContribution(store.read, author, number, "bs");
  const english = { tag: "en", selfName: "English" };
  expect([record.bodyHtml, record.bodyIn]).toEqual(["<p>What happens.</p>\n", english]);
  expect(record.sections).toEqual([
    { code: "expected", html: "<p>Notice six months before.</p>\n", from: english },
    { code: "affected", html: "<p>Porodice.</p>\n" },
    // A term has words in every language.
    { code: "causeType", choice: { value: "procedure", label: "Procedure" } },
  ]);
});

it("takes nothing from the original where the translation is whole, and nothing else for the original", async () => {
  const author = await w.actor(w.people.participantBa);
  const details = { expected: "Šest mjeseci prije.", affected: "Porodice.", causeType: "procedure" };
  const texts = { title: "Kasna obavijest", summary: "Sažetak.", body: "Šta se dešava.", details };
  await addLanguageVersion(store, author, { number, language: "bs", ...texts }, now);
  for (const language of ["bs", "en"]) {
    const record = await readContribution(store.read, author, number, language);
    expect([record.bodyIn, record.sections.some(({ from }) => from)]).toEqual([null, false]);
  }
});
