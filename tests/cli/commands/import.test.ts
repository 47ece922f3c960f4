import { expect, it } from "vitest";
import { verifyChain } from "#app/domain/history/record-event.server.ts";
import { indexContributions } from "#app/domain/knowledge/index-contributions.server.ts";
import { referenceSource } from "#app/domain/references/reference-source.server.ts";
import { checkIndex } from "#app/domain/search/index/check-index.server.ts";
import { indexRecords } from "#app/domain/search/index/index-records.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { changeNumber, writeTransaction } from "#db/store.ts";
import { importing, line } from "#tests/cli/commands/importing.ts";
import { aCitation, aReference } from "#tests/support/factories/contributions.ts";

it("imports a line as the operator says, renders it, indexes it and keeps what was done", async () => {
  const { store, w, lines, errors, run, rows, events, find } = await importing();
  expect(await run([line], "--status", "validated", "--sharing", "group")).toBe(0);
  expect({ lines, errors }).toEqual({
    lines: ["1 lines: 1 added, 0 changed, 0 unchanged, 0 bad, 0 with a warning."],
    errors: [],
  });
  expect(await rows()).toMatchObject([
    {
      ...{ external_id: "doc-1", group_id: w.groupId, kind: "practice", depth: "full", status: "validated" },
      ...{ author_id: w.people.consultant, beneficiary: "ba", delegation_id: w.beneficiaries.ba, revision: 1 },
      ...{ institution_id: null, institution_type: "prison", sharing: "group", attribution: "beneficiary" },
      ...{ language: "bs", script: "Latn", provenance: "original", title: line.title, summary: line.summary },
      ...{ body: line.body, body_html: "<p>Dom prima ljude <strong>odmah</strong>.</p>\n" },
    },
  ]);
  expect(await events()).toEqual([
    'contribution.imported {"status":"validated","sharing":"group","revision":1}',
    'contributions.imported {"status":"validated","sharing":"group","added":1,"changed":0,"unchanged":0,"bad":0}',
  ]);
  expect((await verifyChain(store.read)).brokenAt).toBeNull();
  expect(await checkIndex(store.read, searchSources)).toEqual([]);
  expect(await find("observer", "smestaj theme:T01")).toEqual(["doc-1"]);
  expect(await find("observer", "odmah")).toEqual(["doc-1"]);
  // The type of the institution is told to those inside, as its name would be.
  expect(await find("consultant", "", { institution: ["prison"] })).toEqual(["doc-1"]);
  expect(await find("observer", "", { institution: ["prison"] })).toEqual([]);
  expect(await find("otherConsultant", "odmah")).toEqual([]);
});

it("starts at the lowest sharing level unless told otherwise", async () => {
  const { run, rows, find } = await importing();
  expect(await run([line])).toBe(0);
  expect(await rows()).toMatchObject([{ status: "captured", sharing: "bilateral", depth: "snapshot" }]);
  expect(await find("participantBa", "odmah")).toEqual(["doc-1"]);
  expect(await find("participantAl", "odmah")).toEqual([]);
});

it("changes what changed, leaves the rest alone, and keeps what was there before", async () => {
  const { store, lines, run, rows, find } = await importing();
  const other = { ...line, externalId: "doc-2", title: "Drugo" };
  await run([line, other], "--status", "validated", "--sharing", "group");
  const before = await rows();
  const number = await changeNumber(store);
  expect(await run([line, other], "--status", "validated", "--sharing", "group")).toBe(0);
  expect(await run([line, other])).toBe(0);
  expect(lines).toEqual(["2 lines: 0 added, 0 changed, 2 unchanged, 0 bad, 0 with a warning."]);
  expect([await changeNumber(store), await rows()]).toEqual([number, before]);

  const changed = { ...line, body: "Sasvim novo.", language: "hr", themes: ["T02"], beneficiary: "regional" };
  expect(await run([changed, other, { ...other, body: "Dvaput" }, { ...other, body: "Triput" }])).toBe(0);
  expect(lines).toEqual(["4 lines: 0 added, 3 changed, 1 unchanged, 0 bad, 0 with a warning."]);
  expect(await rows()).toMatchObject([
    {
      number: before[0]?.number,
      revision: 2,
      status: "complete",
      sharing: "group",
      language: "hr",
      delegation_id: null,
    },
    { revision: 3, body: "Triput" },
  ]);
  const kept = await store.read.selectFrom("contribution_revision").select(["revision", "content"]).execute();
  expect(kept.map(({ content }) => (JSON.parse(content) as { bodyHtml: string }).bodyHtml)).toContain(
    before[0]?.body_html,
  );
  expect([
    await find("observer", "odmah"),
    await find("observer", "novo theme:T02"),
    await find("observer", "triput"),
  ]).toEqual([...[[], ["doc-1"], ["doc-2"]]]);
  expect(await checkIndex(store.read, searchSources)).toEqual([]);
});

it("leaves what was added by hand to a contribution findable when its line changes", async () => {
  const { store, run, rows, find } = await importing();
  await run([line], "--sharing", "group");
  const [row] = await rows();
  await writeTransaction(store, async (db) => {
    await aReference(db);
    await aCitation(db, { contribution_id: row!.contribution_id, reference_id: "coe-rules" });
    await indexRecords(db, referenceSource, ["coe-rules"]);
    await indexContributions(db, [row!.contribution_id]);
  });
  await run([{ ...line, body: "Dom prima ljude kasnije." }]);
  expect(await find("consultant", "Rec(2006)2", { kind: ["practice"] })).toEqual(["doc-1"]);
  expect(await find("consultant", "kasnije")).toEqual(["doc-1"]);
  expect(await checkIndex(store.read, searchSources)).toEqual([]);
});

it("finds the script of Serbian from the text", async () => {
  const { run, rows } = await importing();
  const serbian = { ...line, language: "sr" };
  await run([serbian, { ...serbian, externalId: "doc-2", title: "Смештај", summary: "", body: "Након отпуста." }]);
  expect((await rows()).map(({ language, script }) => [language, script])).toEqual([
    ["sr-Latn", "Latn"],
    ["sr-Cyrl", "Cyrl"],
  ]);
});

it("only looks with --dry-run", async () => {
  const { store, lines, run } = await importing();
  const number = await changeNumber(store);
  expect(await run([line, "{"], "--dry-run")).toBe(1);
  expect(lines).toEqual(["2 lines: 1 would be added, 0 would be changed, 0 unchanged, 1 bad, 0 with a warning."]);
  expect(await changeNumber(store)).toBe(number);
});
