import { expect, it } from "vitest";
import { findSimilar } from "#app/domain/knowledge/find-similar.server.ts";
import { SearchNotReady } from "#app/domain/search/search-not-ready.ts";
import { similarView } from "#app/views/contributions/similar-view.ts";
import { addContributions, type ContributionOf } from "#tests/domain/search/search-world.ts";
import { naiveMatcher } from "#tests/support/naive-search.ts";
import { memoryIndex } from "#tests/support/searching.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const housing: ContributionOf = {
  number: "REL-2026-A001",
  title: "Smještaj nakon otpusta",
  summary: "Općina daje stan osobama bez porodice, a mentor ih prati.",
  language: "bs",
};
const fillers = ["Obuka sudija", "Rad s porodicom", "Posao u zatvoru", "Pisanje izvještaja", "Sastanak timova"].map(
  (title): ContributionOf => ({ title, language: "bs" }),
);

async function prepared(records: readonly ContributionOf[]) {
  const store = testStore();
  const w = await world(store);
  await addContributions(store, w, records);
  const memory = await memoryIndex(store);
  const similar = async (number: string, person: keyof typeof w.people = "observer") =>
    (await findSimilar(store.read, await w.actor(w.people[person]), memory, number)).map((one) => one.number);
  return { store, w, memory, similar };
}

const near: ContributionOf = {
  number: "REL-2026-B002",
  title: "Smeštaj posle otpusta",
  summary: "Opštine daju stanove; mentori prate osobe bez porodice.",
  language: "sr-Latn",
};

it("finds records that say the same in other forms, and not those that share a word or two", async () => {
  const { similar } = await prepared([housing, near, ...fillers]);
  expect(await similar("REL-2026-A001")).toEqual(["REL-2026-B002"]);
  expect(await similar("REL-2026-B002")).toEqual(["REL-2026-A001"]);
});

it("knows none for a record that does not exist or is hidden, and none that are hidden", async () => {
  const hidden: ContributionOf = { ...near, sharing: "bilateral", beneficiary: "al", author: "speakerAl" };
  const { similar, store, w } = await prepared([housing, hidden, ...fillers]);
  expect(await similar("REL-2026-A001")).toEqual([]);
  expect(await similar("REL-2026-B002")).toEqual([]);
  expect(await similar("REL-2026-ZZZZ")).toEqual([]);
  expect(await similar("REL-2026-A001", "consultant")).toEqual(["REL-2026-B002"]);
  const reader = await w.actor(w.people.consultant);
  const loading = { ...naiveMatcher(store), similar: () => Promise.reject(new SearchNotReady()) };
  expect(await findSimilar(store.read, reader, loading, "REL-2026-A001")).toEqual([]);
});

it("answers the same with and without hidden records, whatever they make of the frequency of words", async () => {
  const also: ContributionOf = {
    number: "REL-2026-C003",
    title: "Smještaj i mentor",
    summary: "Stan za osobe nakon otpusta.",
    language: "bs",
  };
  const open = [housing, near, also, ...fillers];
  const hidden = Array.from(
    { length: 12 },
    (): ContributionOf => ({
      ...housing,
      number: undefined,
      sharing: "bilateral",
      beneficiary: "al",
      author: "speakerAl",
    }),
  );
  const without = await prepared(open);
  const withHidden = await prepared([...open, ...hidden]);
  expect(await without.similar("REL-2026-A001")).toHaveLength(2);
  expect(await withHidden.similar("REL-2026-A001")).toEqual(await without.similar("REL-2026-A001"));
});

it("leaves out those that are shown already, and makes up for them", async () => {
  const { store, w, memory } = await prepared([housing, near, { ...near, number: "REL-2026-C003" }, ...fillers]);
  const reader = await w.actor(w.people.observer);
  const found = await findSimilar(store.read, reader, memory, "REL-2026-A001", ["REL-2026-C003"]);
  expect(found.map((one) => one.number)).toEqual(["REL-2026-B002"]);
});

it("crosses languages by translations, and is shown in the language of the reader", async () => {
  const english: ContributionOf = {
    number: "REL-2026-D004",
    title: "Housing after release",
    summary: "The municipality gives a flat to persons without a family, and a mentor visits them.",
    language: "en",
  };
  const translated = { ...housing, versions: [{ language: "en", title: english.title, summary: english.summary }] };
  const others = ["Training of judges", "Work in town", "Writing reports"].map((title): ContributionOf => ({ title }));
  const { store, w, memory } = await prepared([translated, english, ...fillers, ...others]);
  const reader = await w.actor(w.people.consultant);
  const shown = async (number: string, locale: string) =>
    (await findSimilar(store.read, reader, memory, number)).map((one) => {
      const { title, selfName } = similarView(one, locale);
      return [one.number, title, selfName];
    });
  expect(await shown("REL-2026-A001", "bs")).toEqual([["REL-2026-D004", "Housing after release", "English"]]);
  expect(await shown("REL-2026-D004", "bs")).toEqual([["REL-2026-A001", "Smještaj nakon otpusta", null]]);
  expect(await shown("REL-2026-D004", "en")).toEqual([["REL-2026-A001", "Housing after release", null]]);
});
