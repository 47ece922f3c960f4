import { expect, it } from "vitest";
import { searchCommand } from "#app/cli/commands/search.server.ts";
import { search } from "#app/domain/search/search.server.ts";
import { addContributions } from "#tests/domain/search/search-world.ts";
import { testStore } from "#tests/support/store.ts";
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

it("prints the same as the search itself with --json", async () => {
  const { store, w, lines, run } = await prepared();
  expect(await run("release", "--as", "consultant@test.example", "--limit", "1", "--json")).toBe(0);
  const actor = await w.actor(w.people.consultant);
  expect(JSON.parse(lines.join("\n"))).toEqual(
    JSON.parse(JSON.stringify(await search(store.reader, actor, { query: "release", limit: 1, locale: "en" }))),
  );
});

it.each([
  [["release"], "Say with --as whose results to show."],
  [["--as", "consultant@test.example"], "Give one query, in quotation marks."],
  [["a", "b", "--as", "consultant@test.example"], "Give one query, in quotation marks."],
  [["release", "--as", "nobody@test.example"], "No active account has the address nobody@test.example."],
  [["release", "--as", "consultant@test.example", "--limit", "0"], "--limit must be a number from 1 to 100."],
  [["release", "--as", "consultant@test.example", "--limit", "ten"], "--limit must be a number from 1 to 100."],
  [["release", "--as", "consultant@test.example", "--colour"], "Unknown option '--colour'"],
])("refuses %j", async (args, reason) => {
  const { lines, errors, run } = await prepared();
  expect(await run(...args)).toBe(2);
  expect(lines).toEqual([]);
  expect(errors.join("\n")).toContain(reason);
});
