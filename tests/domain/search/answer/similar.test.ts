import { expect, it } from "vitest";
import { findSimilar } from "#app/domain/knowledge/find-similar.server.ts";
import { SearchNotReady } from "#app/domain/search/search-not-ready.ts";
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
