import { mkdirSync, writeFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Attribution } from "#app/domain/codes.ts";
import { agreeAction } from "#app/domain/minutes/agree-action.server.ts";
import { findRecord, findRoundRecords } from "#app/domain/minutes/find-record.server.ts";
import { noteDecision } from "#app/domain/minutes/note-decision.server.ts";
import { addGuest } from "#app/domain/minutes/note-guest.server.ts";
import { reportAttendance } from "#app/domain/minutes/report-attendance.server.ts";
import { writeMinutes } from "#app/domain/minutes/write-minutes.server.ts";
import { addAgendaItem } from "#app/domain/sessions/add-agenda-item.server.ts";
import type { PaperDocument } from "#app/views/documents/blocks.ts";
import { docxFile } from "#app/views/documents/docx-file.server.ts";
import { pdfFile } from "#app/views/documents/pdf-file.server.ts";
import type { DocumentFor } from "#app/views/minutes/document-for.ts";
import { roundDocument, sessionDocument } from "#app/views/minutes/record-document.server.ts";
import { writeTransaction } from "#db/store.ts";
import { during, type HeldSession, heldSession } from "#tests/domain/minutes/record-world.ts";
import { item } from "#tests/domain/sessions/agenda-items.ts";
import { aContribution } from "#tests/support/factories/contributions.ts";
import { viewer } from "#tests/support/viewer.ts";

const names = ["participantBa", "speakerBa"];

it("leaves out of what is handed on what the attribution of the session hides", async () => {
  const w = await written();
  const says = async (attribution: Attribution, whom: DocumentFor) => {
    await writeTransaction(w.store, (db) => db.updateTable("session").set({ attribution }).execute());
    const text = wordsOf(await documentOf(w, w.organiser, whom));
    return {
      names: names.filter((name) => text.includes(name)).length > 0,
      institutions: text.includes("Probation service ba"),
      beneficiary: text.includes("Bosnia and Herzegovina"),
      day: text.includes("4 November 2026"),
      internal: text.includes("Among us."),
    };
  };
  const all = { names: true, institutions: true, beneficiary: true, day: true };
  expect(await says("group", "viewer")).toEqual({ ...all, internal: true });
  expect(await says("person", "others")).toEqual({ ...all, internal: false });
  expect(await says("institution", "others")).toEqual({ ...all, names: false, internal: false });
  const some = { names: false, institutions: false, internal: false };
  expect(await says("beneficiary", "others")).toEqual({ ...some, beneficiary: true, day: true });
  expect(await says("group", "others")).toEqual({ ...some, beneficiary: false, day: false });
});

it("leaves out of what names the delegation the items and records whose attribution keeps it", async () => {
  const w = await written();
  const { sessionId } = w;
  const decided = { sessionId, text: "Said in confidence.", itemId: w.shared };
  await noteDecision(w.store, w.organiser, decided, during);
  await writeTransaction(w.store, async (db) => {
    await db.updateTable("session").set({ attribution: "beneficiary" }).execute();
    await db.updateTable("agenda_item").set({ attribution: "group" }).where("id", "=", w.shared).execute();
    const of = { group_id: w.groupId, session_id: sessionId, round_id: w.roundId, attribution: "group" } as const;
    const by = { author_id: w.people.participantBa, delegation_id: w.beneficiaries.ba, beneficiary: "ba" } as const;
    await aContribution(db, { ...of, ...by, status: "captured", title: "Kept record" });
  });
  const says = async (whom: DocumentFor) => {
    const text = wordsOf(await documentOf(w, w.organiser, whom));
    return ["Bosnia and Herzegovina", "need training", "Said in confidence.", "Kept record"].map((part) =>
      text.includes(part),
    );
  };
  expect(await says("others")).toEqual([true, false, false, false]);
  expect(await says("viewer")).toEqual([true, true, true, true]);
});

it("leaves sessions out whose delegation the others of the round would tell", async () => {
  const w = await written();
  const { round, records } = await findRoundRecords(w.store.read, w.organiser, w.roundId, during);
  const [record] = records;
  if (!record) throw new Error("No record");
  const { session } = record.minutes;
  const of = (id: string, attribution: Attribution) => {
    const beneficiary = session.beneficiary && { ...session.beneficiary, id };
    return {
      ...record,
      minutes: { ...record.minutes, session: { ...session, id: `s-${id}`, attribution, beneficiary } },
    };
  };
  const heads = (whom: DocumentFor, ...kept: string[]) => {
    const all = [of("al", "beneficiary"), ...kept.map((id) => of(id, "group"))];
    const { blocks } = roundDocument({ round, records: all }, whom, viewer());
    const titles = blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [block.text] : []));
    return [titles.length, JSON.stringify(blocks).includes("at least three delegations")];
  };
  expect([heads("others", "ba"), heads("others", "ba", "ba"), heads("others", "ba", "me")]).toEqual([
    ...[
      [1, true],
      [1, true],
      [1, true],
    ],
  ]);
  expect([heads("others"), heads("others", "ba", "me", "rs"), heads("viewer", "ba")]).toEqual([
    ...[
      [1, false],
      [4, false],
      [2, false],
    ],
  ]);
});

it("says nothing of a break of which nothing was written", async () => {
  const w = await written();
  const titles = async () => {
    const { blocks } = await documentOf(w, w.organiser, "viewer");
    return blocks.flatMap((block) => (block.kind === "heading" && block.level === 2 ? [block.text] : []));
  };
  const silent = { ...item("Coffee"), kind: "break" as const, sessionId: w.sessionId, visibility: "shared" as const };
  const { id } = await addAgendaItem(w.store, w.organiser, silent);
  expect(await titles()).not.toContain("Coffee");
  const text = { sessionId: w.sessionId, from: 0, revision: 0, merge: false, reason: "" };
  await writeMinutes(w.store, w.organiser, { ...text, itemId: id, body: "Agreed." }, during);
  expect(await titles()).toContain("Coffee");
});

it("gives a reader no more than the pages do", async () => {
  const w = await written();
  const text = wordsOf(await documentOf(w, w.delegate, "viewer"));
  expect([text.includes("Among us."), text.includes("need training")]).toEqual([false, false]);
  const { records } = await findRoundRecords(w.store.read, w.outsider, w.roundId, during);
  expect(records).toEqual([]);
});

it("says at the foot of every page for whom it is, with the footnotes of those whom it names", async () => {
  const w = await written();
  const { xk } = w.beneficiaries;
  await writeTransaction(w.store, (db) =>
    db.updateTable("session").set({ beneficiary_id: xk, attribution: "beneficiary" }).execute(),
  );
  const paper = await documentOf(w, w.organiser, "others");
  expect(paper.notes).toEqual([viewer().text("documents.sharing"), "* A footnote."]);
  const pages = { pageOf: (page: string, pages: string) => `${page}/${pages}` };
  const [short, long] = await Promise.all([
    pdfFile({ ...paper, ...pages, notes: [] }),
    pdfFile({ ...paper, ...pages }),
  ]);
  expect(long.length).toBeGreaterThan(short.length);
  await writeTransaction(w.store, (db) => db.updateTable("session").set({ attribution: "group" }).execute());
  expect((await documentOf(w, w.organiser, "others")).notes).toEqual([viewer().text("documents.sharing")]);
});

it("writes a Word file and a PDF with its own fonts, a repeated head and numbered pages", async () => {
  const w = await written();
  const found = await findRoundRecords(w.store.read, w.organiser, w.roundId, during);
  const paper = roundDocument(found, "viewer", viewer());
  const [docx, pdf] = [await docxFile(paper), await pdfFile(paper)];
  const folder = process.env.PAPER_FOLDER;
  if (folder) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/round.docx`, docx);
    writeFileSync(`${folder}/round.pdf`, pdf);
  }
  expect(docx.subarray(0, 2).toString()).toBe("PK");
  const raw = pdf.toString("latin1");
  expect(raw.slice(0, 8)).toBe("%PDF-1.7");
  expect(raw.match(/\/FontFile2/g)?.length).toBeGreaterThan(2);
  expect(raw).toContain("/StructTreeRoot");
  expect(raw).toContain("/Lang (en)");
  const tables = paper.blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
  const cells = (rows: readonly string[][]) => rows.reduce((sum, row) => sum + row.length, 0);
  const tags = (tag: string) => raw.match(new RegExp(`/S /${tag}\\b`, "g"))?.length;
  expect([tags("Table"), tags("TR"), tags("TH"), tags("TD")]).toEqual([
    tables.length,
    tables.reduce((sum, { rows }) => sum + 1 + rows.length, 0),
    cells(tables.map(({ head }) => head)),
    cells(tables.flatMap(({ rows }) => rows)),
  ]);
  expect(Number(/\/Type \/Pages\s+\/Count (\d+)/.exec(raw)?.[1])).toBeGreaterThan(1);
});

it("says how far minutes are, and nothing of what their writers can do next", async () => {
  const w = await heldSession();
  const { blocks } = await documentOf(w, w.organiser, "viewer");
  const state = blocks.flatMap((block) => (block.kind === "paragraph" ? block.runs.map(({ text }) => text) : []));
  expect(state.filter((text) => text.includes("draft"))).toEqual([
    "State: draft. Only those who write them read a draft.",
  ]);
  expect(state.join()).not.toContain("circulated");
});

it("sets what is stressed aslant", async () => {
  const paper = { title: "T", lang: "en", footer: "", notes: [], pageOf: () => "" };
  const contents = async (italic: boolean) => {
    const runs = [{ text: "stressed", italic }];
    const pdf = await pdfFile({ ...paper, blocks: [{ kind: "paragraph", runs }] });
    const streams = [...pdf.toString("latin1").matchAll(/stream\n([\s\S]*?)\nendstream/g)];
    return streams.map(([, stream = ""]) => inflated(Buffer.from(stream, "latin1"))).join("\n");
  };
  // A matrix that leans what it sets to the right; up is down there.
  const slant = /\b1 0 -0?\.[23]\d* 1 /;
  expect(await contents(true)).toMatch(slant);
  expect(await contents(false)).not.toMatch(slant);
});

function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString("latin1");
  } catch {
    return "";
  }
}

async function written(): Promise<HeldSession> {
  const w = await heldSession();
  const { sessionId, store } = w;
  await reportAttendance(store, w.delegate, { sessionId, state: "present" }, during);
  await addGuest(store, w.organiser, { sessionId, capacity: "Trainee", institution: "Prison of the north" }, during);
  const text = { sessionId, from: 0, revision: 0, merge: false, reason: "" };
  const body = [
    "They **need training**, and *guidelines*:",
    ...["", "- čćžšđ and ë, ç", "- Записник о припреми за отпуст, ђ ћ љ њ џ", "  1. inside", ""],
    ...["| Who | What |", "|---|---|", "| Prison | Plan |", ""],
    ...Array.from({ length: 12 }, (_, at) => `Paragraph ${at}: ${"what was said in the session ".repeat(12)}\n`),
  ].join("\n");
  await writeMinutes(store, w.organiser, { ...text, itemId: w.shared, body }, during);
  await writeMinutes(store, w.organiser, { ...text, itemId: w.internal, body: "Among us." }, during);
  await noteDecision(store, w.organiser, { sessionId, text: "A protocol is drafted.", itemId: null }, during);
  const owner = `person:${w.people.participantBa}`;
  for (let at = 0; at < 14; at++) {
    const point = { sessionId, text: `Send the guidelines to every prison, part ${at}`, owner, dueOn: "2026-12-01" };
    await agreeAction(store, w.organiser, { ...point, itemId: null }, during);
  }
  return w;
}

async function documentOf(w: HeldSession, actor: Actor, whom: DocumentFor): Promise<PaperDocument> {
  return sessionDocument(await findRecord(w.store.read, actor, w.sessionId, during), whom, viewer());
}

function wordsOf(paper: PaperDocument): string {
  return JSON.stringify(paper);
}
