import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { importCommand } from "#app/cli/commands/import.server.ts";
import { verifyChain } from "#app/domain/history/record-event.server.ts";
import { indexContributions } from "#app/domain/knowledge/index-contributions.server.ts";
import { withdrawContribution } from "#app/domain/knowledge/withdraw-contribution.server.ts";
import { referenceSource } from "#app/domain/references/reference-source.server.ts";
import { checkIndex } from "#app/domain/search/index/check-index.server.ts";
import { indexRecords } from "#app/domain/search/index/index-records.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { changeNumber, writeTransaction } from "#db/store.ts";
import { aCitation, aReference, aTheme } from "#tests/support/factories/contributions.ts";
import { searchIn } from "#tests/support/searching.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const line = {
  externalId: "doc-1",
  kind: "practice",
  title: "Smještaj nakon otpusta",
  summary: "Kratko.",
  body: "Dom prima ljude **odmah**.",
  language: "bs",
  beneficiary: "ba",
  institutionType: "prison",
  themes: ["T01"],
};

async function prepared() {
  const store = testStore();
  const w = await world(store);
  await writeTransaction(store, async (db) => {
    for (const code of ["T01", "T02"]) await aTheme(db, { code });
  });
  const lines: string[] = [];
  const errors: string[] = [];
  const out = { line: (text: string) => lines.push(text), error: (text: string) => errors.push(text) };
  const run = async (content: readonly (object | string)[], ...more: string[]) => {
    lines.length = 0;
    errors.length = 0;
    const file = join(store.folder, "lines.jsonl");
    writeFileSync(file, content.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("\n"));
    const as = more.includes("--as") ? [] : ["--as", "consultant@test.example"];
    return importCommand(store, ["contributions", file, "--group", "release", ...as, ...more], out);
  };
  const rows = () =>
    store.read
      .selectFrom("contribution")
      .innerJoin("contribution_version as version", "version.contribution_id", "contribution.id")
      .selectAll("version")
      .selectAll("contribution")
      .orderBy("external_id")
      .execute();
  const events = async () => {
    const all = await store.read.selectFrom("audit_event").select(["event", "details"]).orderBy("seq").execute();
    return all.map(({ event, details }) => `${event} ${details}`);
  };
  const find = async (person: keyof typeof w.people, query: string, filters = {}) => {
    const found = await searchIn(store, await w.actor(w.people[person]), { query, filters, locale: "en" });
    return found.hits.map((hit) => hit.externalId);
  };
  return { store, w, lines, errors, run, rows, events, find };
}

it("imports a line as the operator says, renders it, indexes it and keeps what was done", async () => {
  const { store, w, lines, errors, run, rows, events, find } = await prepared();
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
  const { run, rows, find } = await prepared();
  expect(await run([line])).toBe(0);
  expect(await rows()).toMatchObject([{ status: "captured", sharing: "bilateral", depth: "snapshot" }]);
  expect(await find("participantBa", "odmah")).toEqual(["doc-1"]);
  expect(await find("participantAl", "odmah")).toEqual([]);
});

it("changes what changed, leaves the rest alone, and keeps what was there before", async () => {
  const { store, lines, run, rows, find } = await prepared();
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

it("keeps good lines and says of bad ones where they are and why", async () => {
  const { store, lines, errors, run, rows } = await prepared();
  const bad: [object | string, string][] = [
    ["{nonsense", "is not JSON"],
    ["[]", "is no JSON object"],
    [{ ...line, externalId: undefined }, "externalId is missing"],
    [{ ...line, externalId: "" }, "externalId must not be empty"],
    [{ ...line, kind: "idea" }, "kind must be one of practice, challenge, need, lesson, proposal"],
    [{ ...line, title: "x".repeat(101) }, "title has 101 characters, at most 100 fit; put the rest into the body"],
    [{ ...line, title: " " }, "title must not be empty"],
    [{ ...line, summary: "x".repeat(301) }, "summary has 301 characters, at most 300 fit; put the rest into the body"],
    [{ ...line, summary: "", body: "" }, "body and summary are both empty"],
    [{ ...line, body: 7 }, "body must be a text"],
    [{ ...line, body: "x".repeat(20_001) }, "body has 20001 characters, at most 20000 fit; put the rest into the body"],
    [{ ...line, body: ">".repeat(2000) }, "body: "],
    [{ ...line, language: "de" }, "language must be one of en, bs, hr, sr-Latn, sr-Cyrl, cnr, mk, sq, sr"],
    [{ ...line, beneficiary: "rs" }, "beneficiary must be one of al, ba, xk, regional, other-european"],
    [{ ...line, institutionType: "bank" }, "institutionType must be one of "],
    [{ ...line, themes: ["T99"] }, "themes: there is no theme T99"],
    [{ ...line, themes: ["T01", "T02", "T03", "T04", "T05"] }, "themes are more than four"],
    [{ ...line, body: "JMBG 0101980100015 in the text" }, "body: "],
  ];
  const good = { ...line, themes: undefined, institutionType: undefined };
  expect(await run([good, ...bad.map(([one]) => one)], "--status", "validated")).toBe(1);
  expect(lines).toEqual([
    `${bad.length + 1} lines: 1 added, 0 changed, 0 unchanged, ${bad.length} bad, 0 with a warning.`,
  ]);
  expect(errors.length).toBe(bad.length);
  for (const [at, [, reason]] of bad.entries()) expect(errors[at]).toContain(`Line ${at + 2}: ${reason}`);
  expect(errors.join("\n")).not.toContain("0101980100015");
  expect((await rows()).length).toBe(1);
  expect(await checkIndex(store.read, searchSources)).toEqual([]);
});

it("stores and repeats no identity number, whichever field it stands in", async () => {
  const { store, lines, errors, run, rows } = await prepared();
  const number = "0101980100015";
  const bad: [object | string, string][] = [
    [{ ...line, externalId: number }, "externalId: "],
    [{ ...line, externalId: `dosje ${number.slice(0, 7)} ${number.slice(7)}` }, "externalId: "],
    [{ ...line, themes: [number] }, "themes: one is no code"],
    [{ ...line, themes: ["T01", `T${number}`] }, "themes: one is no code"],
    [{ ...line, title: `Za ${number}` }, "title: "],
    [{ ...line, summary: number }, "summary: "],
    [{ ...line, body: number }, "body: "],
    [{ ...line, kind: number }, "kind must be one of "],
    [{ ...line, language: number }, "language must be one of "],
    [{ ...line, beneficiary: number }, "beneficiary must be one of "],
    [{ ...line, institutionType: number }, "institutionType must be one of "],
    [`{ "externalId": "${number}`, "is not JSON"],
    [`"${number}"`, "is no JSON object"],
  ];
  const passed = { ...line, [number]: "x", [`jmbg${number}`]: "y" };
  expect(await run([passed, ...bad.map(([one]) => one)])).toBe(1);
  for (const [at, [, reason]] of bad.entries()) expect(errors[at]).toContain(`Line ${at + 2}: ${reason}`);
  expect([...lines, ...errors].join("\n")).not.toMatch(/0101980|100015/);
  expect((await rows()).map((row) => row.external_id)).toEqual(["doc-1"]);
  expect(JSON.stringify(await store.read.selectFrom("audit_event").selectAll().execute())).not.toContain(number);
});

it("leaves out what the database refuses, and only that", async () => {
  const { store, lines, errors, run, rows } = await prepared();
  const named = ["a", "b", "c", "d"].map((externalId) => ({ ...line, externalId }));
  await run(named.slice(0, 2));
  // Nothing that was checked should meet this; whatever does must not take the lines beside it along.
  await writeTransaction(store, (db) =>
    sql`create trigger refused before insert on contribution when new.external_id = 'c'
      begin select raise(abort, 'no'); end`.execute(db),
  );
  expect(await run([{ ...line, externalId: "a", body: "Anders." }, ...named.slice(1)])).toBe(1);
  expect({ lines, errors }).toEqual({
    lines: ["4 lines: 1 added, 1 changed, 1 unchanged, 1 bad, 0 with a warning."],
    errors: ["Line 3: is refused by the database"],
  });
  expect((await rows()).map(({ external_id, body }) => [external_id, body])).toEqual([
    ["a", "Anders."],
    ["b", line.body],
    ["d", line.body],
  ]);
  expect(await checkIndex(store.read, searchSources)).toEqual([]);
  expect(await verifyChain(store.read)).toMatchObject({ brokenAt: null });
});

it("leaves what was added by hand to a contribution findable when its line changes", async () => {
  const { store, run, rows, find } = await prepared();
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

it("lets through what the guard only warns of, and says so", async () => {
  const { lines, errors, run } = await prepared();
  expect(await run([{ ...line, body: "Pišite na ana@example.org." }])).toBe(0);
  expect(errors).toEqual(["Line 1: warning: something in it looks like personal data; somebody should look at it"]);
  expect(lines[0]).toContain("1 with a warning");
});

it("finds the script of Serbian from the text", async () => {
  const { run, rows } = await prepared();
  const serbian = { ...line, language: "sr" };
  await run([serbian, { ...serbian, externalId: "doc-2", title: "Смештај", summary: "", body: "Након отпуста." }]);
  expect((await rows()).map(({ language, script }) => [language, script])).toEqual([
    ["sr-Latn", "Latn"],
    ["sr-Cyrl", "Cyrl"],
  ]);
});

it("names the fields it passes over", async () => {
  const { errors, run } = await prepared();
  expect(
    await run([
      { ...line, theme: "T01", source: "x" },
      { ...line, externalId: "doc-2", source: "y" },
    ]),
  ).toBe(0);
  expect(errors).toEqual(["Fields passed over: theme, source"]);
});

it("only looks with --dry-run", async () => {
  const { store, lines, run } = await prepared();
  const number = await changeNumber(store);
  expect(await run([line, "{"], "--dry-run")).toBe(1);
  expect(lines).toEqual(["2 lines: 1 would be added, 0 would be changed, 0 unchanged, 1 bad, 0 with a warning."]);
  expect(await changeNumber(store)).toBe(number);
});

it("does nothing that the person could not do", async () => {
  const { store, w, errors, run, rows } = await prepared();
  await run([line]);
  // Participants speak for their own delegation, and change what they wrote.
  expect(await run([{ ...line, body: "Anders" }], "--as", "participantba@test.example")).toBe(1);
  expect(errors[0]).toContain("was written by somebody else");
  expect(await run([{ ...line, externalId: "own", beneficiary: "al" }], "--as", "participantba@test.example")).toBe(1);
  expect(errors).toEqual(["Line 1: beneficiary must be one of ba"]);
  expect(await run([line], "--as", "observer@test.example")).toBe(2);
  expect(errors).toEqual(["observer@test.example may not post in the group release."]);
  expect(await run([line], "--as", "otherorganiser@test.example")).toBe(2);
  expect(errors).toEqual(["otherorganiser@test.example is in no group release."]);
  expect(await run([line], "--as", "nobody@test.example")).toBe(2);
  const [row] = await rows();
  await withdrawContribution(store, await w.actor(w.people.consultant), { number: row!.number, reason: "Wrong." });
  expect(await run([{ ...line, body: "Again" }])).toBe(1);
  expect(errors).toEqual([`Line 1: ${row!.number} is withdrawn and is not changed`]);
  // The same name in another group is another record.
  expect(await run([line], "--as", "otherorganiser@test.example", "--group", "training")).toBe(0);
  expect((await rows()).length).toBe(2);
});

it.each([
  [["nothing", "f"], "Say what to import: one file."],
  [["contributions"], "Say what to import: one file."],
  [["contributions", "f", "--as", "a@b.example"], "Say with --group which working group they belong to."],
  [["contributions", "f", "--group", "release"], "Say with --as who brings them in."],
  [["contributions", "f", "--group", "g", "--as", "a", "--status", "draft"], "--status must be one of"],
  [["contributions", "f", "--group", "g", "--as", "a", "--sharing", "all"], "--sharing must be one of"],
])("refuses %j", async (args, reason) => {
  const { store } = await prepared();
  const errors: string[] = [];
  expect(await importCommand(store, args, { line: () => undefined, error: (text) => errors.push(text) })).toBe(2);
  expect(errors.join("\n")).toContain(reason);
});
