import { expect, it } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import { indexContributions } from "#app/domain/knowledge/index-contributions.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import { writeTransaction } from "#db/store.ts";
import { addContributions } from "#tests/domain/search/search-world.ts";
import { aCitation } from "#tests/support/factories/contributions.ts";
import { searchIn } from "#tests/support/searching.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

async function prepared() {
  const store = testStore();
  await loadLibrary(store);
  const w = await world(store);
  const find = (actor: Actor, query: string) =>
    searchIn(store, actor, { query, locale: "bs", types: ["contribution"] });
  const titles = async (actor: Actor, query: string) => (await find(actor, query)).hits.map((hit) => hit.title.text);
  return { store, w, find, titles };
}

it("finds an imam and not whoever has something, the word as written first", async () => {
  const { store, w, titles } = await prepared();
  await addContributions(store, w, [
    { title: "Razgovori s imamima", language: "bs", status: "validated" },
    { title: "Imam u zatvoru", language: "bs", status: "captured", submittedAt: "2019-01-01T00:00:00.000Z" },
    { title: "Ustanova ima plan i imaju ga svi", language: "bs", status: "validated" },
    { title: "Установата има план", language: "mk", status: "validated" },
  ]);
  const reader = await w.actor(w.people.consultant);
  expect(await titles(reader, "imam")).toEqual(["Imam u zatvoru", "Razgovori s imamima"]);
  expect(await titles(reader, "imati")).toContain("Ustanova ima plan i imaju ga svi");
});

it("asks for no word that only joins others, and prefers a text that has it", async () => {
  const { store, w, find, titles } = await prepared();
  await addContributions(store, w, [
    { title: "Plan za povratak", summary: "O smještaju i otpustu.", language: "bs", status: "validated" },
    { title: "Smještaj pri otpustu", language: "bs", status: "captured" },
    { title: "Smještaj nakon otpusta", language: "bs", status: "captured", submittedAt: "2019-01-01T00:00:00.000Z" },
    { title: "Nakon otpusta", language: "bs", status: "validated" },
  ]);
  const reader = await w.actor(w.people.consultant);
  const expected = ["Smještaj nakon otpusta", "Smještaj pri otpustu", "Plan za povratak"];
  expect(await titles(reader, "smještaj nakon otpusta")).toEqual(expected);
  expect((await find(reader, "smještaj nakon otpusta")).tier).toBe(1);
  for (const query of ["смештај после отпуста", "smeštaj prije otpusta", "za smještaj i otpust"]) {
    expect([query, (await titles(reader, query)).sort()]).toEqual([query, [...expected].sort()]);
  }
  // Where nothing else is asked for they are words like any other.
  expect((await titles(reader, "nakon")).sort()).toEqual(["Nakon otpusta", "Smještaj nakon otpusta"]);
});

it("finds records that cite a rule of a document, each one of a range", async () => {
  const { store, w, find, titles } = await prepared();
  const [cites, other] = await addContributions(store, w, [
    { title: "Who meets whom", language: "en" },
    { title: "Another rule", language: "en" },
    { title: "59 steps", language: "en", status: "validated" },
  ]);
  await writeTransaction(store, async (db) => {
    await aCitation(db, { contribution_id: cites ?? "", reference_id: "coe-probation", rule: "58-61" });
    await aCitation(db, { contribution_id: other ?? "", reference_id: "coe-probation", rule: "8" });
    await indexContributions(db, [cites ?? "", other ?? ""]);
  });
  const reader = await w.actor(w.people.consultant);
  for (const query of ["cm rec 2010 1 rule 59", "CM/Rec(2010)1 pravilo 59", "CM/Rec(2010)1, правило 59"]) {
    const found = await find(reader, query);
    expect([query, found.tier, await titles(reader, query)]).toEqual([query, 1, ["Who meets whom"]]);
  }
});

it("finds inflected words, and words of the field in other languages", async () => {
  const { store, w, titles } = await prepared();
  await addContributions(store, w, [
    { title: "Socijalni radnik dolazi u zatvor", summary: "Dvije posjete prije otpusta.", language: "bs" },
    { title: "Social workers visiting prisons", language: "en" },
    { title: "Povratak stranih terorističkih boraca", language: "bs" },
  ]);
  const reader = await w.actor(w.people.consultant);
  expect((await titles(reader, "social worker visits prison")).sort()).toEqual([
    "Social workers visiting prisons",
    "Socijalni radnik dolazi u zatvor",
  ]);
  expect(await titles(reader, "FTF")).toEqual(["Povratak stranih terorističkih boraca"]);
});
