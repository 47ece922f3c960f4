import fc from "fast-check";
import { expect, it } from "vitest";
import { importContributions } from "#app/domain/imports/import-contributions.server.ts";
import type { ImportTerms } from "#app/domain/imports/plan-line.ts";
import { changeNumber, type Store, writeTransaction } from "#db/store.ts";
import { aVersion } from "#tests/support/factories/contributions.ts";
import { commits, testStore, writing } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

type Who = "consultant" | "organiser" | "participantBa" | "speakerBa";
const asFiled: ImportTerms = { status: null, sharing: null };
const line = (externalId: string, more: object = {}) => ({
  ...{ externalId, kind: "practice", title: "Smještaj", summary: "Kratko.", language: "bs", beneficiary: "ba" },
  ...more,
});

async function imported(store: Store, w: World, who: Who, lines: unknown[], terms: ImportTerms, dryRun: boolean) {
  const told: string[] = [];
  async function* numbered() {
    for (const [at, value] of lines.entries()) yield { number: at + 1, value };
  }
  const { ignored: _ignored, ...counts } = await importContributions(store, await w.actor(w.people[who]), numbered(), {
    ...{ ...terms, groupSlug: "release", dryRun },
    onFault: (number, reason) => told.push(`${number}: ${reason}`),
    onWarning: (number, reason) => told.push(`${number}: ${reason}`),
    onProgress: () => undefined,
  });
  return { counts, told: told.sort() };
}

/** Records by two people, of which some cannot be changed: withdrawn, archived, or translated into English. */
async function withRecords(store: Store): Promise<World> {
  const w = await world(store);
  const named = ["c1", "c2", "c3", "c4"];
  await imported(
    store,
    w,
    "consultant",
    [...named, "x"].map((name) => line(name)),
    asFiled,
    false,
  );
  const own = ["p1", "p2"].map((name) => line(name));
  await imported(store, w, "participantBa", own, { status: "complete", sharing: null }, false);
  const set = (name: string, values: object) =>
    writing(store).updateTable("contribution").set(values).where("external_id", "=", name).execute();
  await set("c2", { status: "withdrawn", withdrawal_reason: "Wrong." });
  await set("c3", { status: "archived", review_reason: "Old." });
  const { id } = await store.read
    .selectFrom("contribution")
    .select("id")
    .where("external_id", "=", "c4")
    .executeTakeFirstOrThrow();
  const version = { contribution_id: id, title: "Housing", summary: "Short.", provenance: "translated" } as const;
  await writeTransaction(store, (db) => aVersion(db, version));
  return w;
}

const anyLine = fc.record({
  externalId: fc.constantFrom("c1", "c2", "c3", "c4", "p1", "p2", "n1", "n2"),
  kind: fc.constantFrom("practice", "practice", "practice", "idea"),
  title: fc.constantFrom("Smještaj", "Smještaj", "Drugo", "Pišite na ana@example.org"),
  summary: fc.constantFrom("Kratko.", "Kratko.", "Kratko.", "JMBG 0101980100015"),
  language: fc.constantFrom("bs", "bs", "en"),
  beneficiary: fc.constantFrom("ba", "ba", "ba", "al", "regional"),
});

it("counts exactly what the real import then does, and leaves no trace", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyLine, { maxLength: 14 }),
      fc.constantFrom<Who>("consultant", "organiser", "participantBa", "speakerBa"),
      fc.constantFrom(null, "captured" as const, "complete" as const, "validated" as const),
      fc.constantFrom(null, "bilateral" as const, "group" as const),
      async (lines, who, status, sharing) => {
        const store = testStore();
        const w = await withRecords(store);
        const before = { number: await changeNumber(store), commits: await commits(store) };
        const rehearsed = await imported(store, w, who, lines, { status, sharing }, true);
        expect({ number: await changeNumber(store), commits: await commits(store) }).toEqual(before);
        expect(rehearsed).toEqual(await imported(store, w, who, lines, { status, sharing }, false));
      },
    ),
    { numRuns: 60 },
  );
});

it("tells additions from changes, what is unchanged and what is refused", async () => {
  const store = testStore();
  const w = await withRecords(store);
  const lines = [
    ...[line("new"), line("new"), line("new", { title: "Drugo" }), line("c1"), line("c1", { title: "Drugo" })],
    ...[line("c2", { title: "Drugo" }), line("c4", { language: "en" }), line("c1", { title: "Drugo" })],
  ];
  const { counts, told } = await imported(store, w, "consultant", lines, asFiled, true);
  expect(counts).toEqual({ lines: 8, added: 1, changed: 2, unchanged: 3, bad: 2, warned: 0 });
  expect(told).toEqual([
    expect.stringMatching(/^6: REL-.* is withdrawn and is not changed$/),
    expect.stringMatching(/^7: REL-.* has a translation into en already$/),
  ]);
  const other = await imported(store, w, "participantBa", [line("c1", { title: "Drugo" })], asFiled, true);
  expect(other.told).toEqual([expect.stringMatching(/^1: REL-.* was written by somebody else;/)]);
});

it("remembers lines over thousands of others", async () => {
  const store = testStore();
  const w = await world(store);
  const fill = Array.from({ length: 1500 }, (_, at) => line(`fill-${at}`));
  const lines = [line("twice"), ...fill, line("twice", { title: "Drugo" }), line("twice", { title: "Drugo" }), ...fill];
  const rehearsed = await imported(store, w, "consultant", lines, asFiled, true);
  expect(rehearsed.counts).toEqual({ lines: 3003, added: 1501, changed: 1, unchanged: 1501, bad: 0, warned: 0 });
  expect(await imported(store, w, "consultant", lines, asFiled, false)).toEqual(rehearsed);
});

it("lets the last line of a record stand, though an earlier one was on its way when it was read", async () => {
  const store = testStore();
  const w = await world(store);
  const fill = (name: string, length: number) => Array.from({ length }, (_, at) => line(`${name}-${at}`));
  // The first ends a batch, the second begins the next, and the third is read when only one batch is written.
  const lines = [...fill("a", 999), line("x"), line("x", { title: "Drugo" }), ...fill("b", 1999), line("x")];
  const { counts } = await imported(store, w, "consultant", lines, asFiled, false);
  expect(counts).toEqual({ lines: 3001, added: 2999, changed: 2, unchanged: 0, bad: 0, warned: 0 });
  const { title } = await store.read
    .selectFrom("contribution_version")
    .innerJoin("contribution", "contribution.id", "contribution_version.contribution_id")
    .select("title")
    .where("external_id", "=", "x")
    .executeTakeFirstOrThrow();
  expect(title).toBe("Smještaj");
});
