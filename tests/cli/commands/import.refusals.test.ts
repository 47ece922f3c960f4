import { sql } from "kysely";
import { expect, it } from "vitest";
import { importCommand } from "#app/cli/commands/import.server.ts";
import { verifyChain } from "#app/domain/history/record-event.server.ts";
import { withdrawContribution } from "#app/domain/knowledge/withdraw-contribution.server.ts";
import { checkIndex } from "#app/domain/search/index/check-index.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { writeTransaction } from "#db/store.ts";
import { importing, line } from "#tests/cli/commands/importing.ts";

it("keeps good lines and says of bad ones where they are and why", async () => {
  const { store, lines, errors, run, rows } = await importing();
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
  const { store, lines, errors, run, rows } = await importing();
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
  const { store, lines, errors, run, rows } = await importing();
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

it("lets through what the guard only warns of, and says so", async () => {
  const { lines, errors, run } = await importing();
  expect(await run([{ ...line, body: "Pišite na ana@example.org." }])).toBe(0);
  expect(errors).toEqual(["Line 1: warning: something in it looks like personal data; somebody should look at it"]);
  expect(lines[0]).toContain("1 with a warning");
});

it("names the fields it passes over", async () => {
  const { errors, run } = await importing();
  expect(
    await run([
      { ...line, theme: "T01", source: "x" },
      { ...line, externalId: "doc-2", source: "y" },
    ]),
  ).toBe(0);
  expect(errors).toEqual(["Fields passed over: theme, source"]);
});

it("does nothing that the person could not do", async () => {
  const { store, w, errors, run, rows } = await importing();
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
  const { store } = await importing();
  const errors: string[] = [];
  expect(await importCommand(store, args, { line: () => undefined, error: (text) => errors.push(text) })).toBe(2);
  expect(errors.join("\n")).toContain(reason);
});
