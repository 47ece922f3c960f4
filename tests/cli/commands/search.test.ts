import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { searchCommand } from "#app/cli/commands/search.server.ts";
import { readSearchParameters, searchOf } from "#app/domain/search/query/search-parameters.ts";
import { answerOf } from "#app/domain/search/results/search-answer.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { addContributions } from "#tests/domain/search/search-world.ts";
import { searchIn } from "#tests/support/searching.ts";
import { testStore, writing } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

async function prepared() {
  const store = testStore();
  const w = await world(store);
  await addContributions(store, w, [
    { title: "Release plan", summary: "One plan.", number: "REL-2026-AAAA" },
    {
      title: "Release plan of another delegation",
      author: "participantAl",
      beneficiary: "al",
      sharing: "bilateral",
      number: "REL-2026-BBBB",
    },
  ]);
  const lines: string[] = [];
  const errors: string[] = [];
  const out = { line: (text: string) => lines.push(text), error: (text: string) => errors.push(text) };
  return { store, w, lines, errors, run: (...args: string[]) => searchCommand(store, args, out) };
}

it("lists what the person finds, and nothing of what they may not see", async () => {
  const { lines, errors, run } = await prepared();
  expect(await run("release plan", "--as", "ParticipantBa@test.example")).toBe(0);
  expect(errors).toEqual([]);
  expect(lines).toEqual([
    "1 result",
    "Synonyms were searched too: otpust, puštanje na slobodu, ослободување, lirim.",
    "",
    "REL-2026-AAAA  Good practice  en  Bosnia and Herzegovina",
    "  Release plan",
    "  One plan.",
  ]);
});

it("prints what the API answers with --json", async () => {
  const { store, w, lines, run } = await prepared();
  expect(await run("release", "--as", "consultant@test.example", "--limit", "1", "--json")).toBe(0);
  const actor = await w.actor(w.people.consultant);
  const asked = readSearchParameters(new URLSearchParams("q=release&limit=1"), await findVocabulary(store.read));
  if ("wrong" in asked) throw new Error("wrong");
  const found = await searchIn(store, actor, { ...searchOf(asked.asked), locale: "en" });
  expect(JSON.parse(lines.join("\n"))).toEqual(JSON.parse(JSON.stringify(answerOf(found, textFor("en")))));
});

it("answers a file of queries with what records are called", async () => {
  const { store, lines, errors, run } = await prepared();
  await writing(store)
    .updateTable("contribution")
    .set({ external_id: "doc-1", import_digest: "0".repeat(64) })
    .where("number", "=", "REL-2026-AAAA")
    .execute();
  const file = join(store.folder, "queries.jsonl");
  const questions = [
    '{"id":"q1","query":"release"}',
    "",
    "{nonsense",
    '{"id":"q2"}',
    '{"id":3,"query":"nothing-like-it"}',
  ];
  writeFileSync(file, questions.join("\n"));
  expect(await run("--batch", file, "--as", "consultant@test.example", "--limit", "1000", "--json")).toBe(1);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { id: "q1", total: 2, hits: ["REL-2026-BBBB", "doc-1"] },
    { id: 3, total: 0, hits: [] },
  ]);
  expect(errors).toEqual([
    "Line 3: is not JSON",
    "Line 4: query: Invalid input: expected string, received undefined",
    "2 lines could not be used.",
  ]);
  lines.length = 0;
  writeFileSync(file, questions[0]!);
  expect(await run("--batch", file, "--as", "speakerba@test.example", "--json")).toBe(0);
  expect(lines).toEqual(['{"id":"q1","total":1,"hits":["doc-1"]}']);
});

it("says that there is no such file", async () => {
  const { run } = await prepared();
  await expect(run("--batch", "/nowhere.jsonl", "--as", "consultant@test.example")).rejects.toThrow("ENOENT");
});

it.each([
  [["release"], "Say with --as whose results to show."],
  [["--as", "consultant@test.example"], "Give one query, in quotation marks."],
  [["a", "b", "--as", "consultant@test.example"], "Give one query, in quotation marks."],
  [["release", "--as", "nobody@test.example"], "No active account has the address nobody@test.example."],
  [["release", "--as", "consultant@test.example", "--limit", "0"], "--limit must be a number from 1 to 100."],
  [["release", "--as", "consultant@test.example", "--limit", "ten"], "--limit must be a number from 1 to 100."],
  [["release", "--batch", "f", "--as", "consultant@test.example"], "With --batch the queries come from the file."],
  [["--batch", "f", "--limit", "1001", "--as", "consultant@test.example"], "--limit must be a number from 1 to 1000."],
  [["release", "--as", "consultant@test.example", "--colour"], "Unknown option '--colour'"],
])("refuses %j", async (args, reason) => {
  const { lines, errors, run } = await prepared();
  expect(await run(...args)).toBe(2);
  expect(lines).toEqual([]);
  expect(errors.join("\n")).toContain(reason);
});
