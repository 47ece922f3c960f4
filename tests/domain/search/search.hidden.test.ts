import { expect, it } from "vitest";
import { anonymous } from "#app/domain/access/actor.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import { type SearchInput, search } from "#app/domain/search/search.server.ts";
import type { Store } from "#db/store.ts";
import { addContributions } from "#tests/domain/search/search-world.ts";
import { searchedWorld } from "#tests/domain/search/searched-world.ts";
import { memoryIndex } from "#tests/support/searching.ts";
import { writing } from "#tests/support/store.ts";

it("lets nobody see drafts and withdrawn records, and everybody public ones", async () => {
  const { store, w, titles } = await searchedWorld();
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
  const { store, w, find } = await searchedWorld();
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
  const { store, w } = await searchedWorld();
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
