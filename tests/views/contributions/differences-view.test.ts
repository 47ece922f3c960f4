import { beforeEach, expect, it } from "vitest";
import { Forbidden, NotFound } from "#app/domain/errors.ts";
import { addLanguageVersion } from "#app/domain/knowledge/add-language-version.server.ts";
import { askSharing } from "#app/domain/knowledge/ask-sharing.server.ts";
import { findEditForm } from "#app/domain/knowledge/edit-form.server.ts";
import { findHistory } from "#app/domain/knowledge/find-history.server.ts";
import { saveContribution } from "#app/domain/knowledge/save-contribution.server.ts";
import { differencesView } from "#app/views/contributions/differences-view.ts";
import { editFormView } from "#app/views/contributions/form-view.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { english } from "#tests/domain/knowledge/read-contribution.ts";
import { full, now, type RecordWorld, recordWorld, snapshot, submitted } from "#tests/domain/knowledge/record-world.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

let store: Store;
let w: RecordWorld;
let number: string;
const first = { title: "Plan before release", body: "It begins **six** months before.\n\n- One\n- Two" };
const second = { title: "Plan before the release", body: "It begins twelve months before.\n\n- One\n- Two\n- Three" };

beforeEach(async () => {
  store = testStore();
  w = await recordWorld(store);
  const texts = {
    depth: "full" as const,
    full: { ...full, body: first.body, details: { ...full.details, affected: "Families." } },
  };
  number = (await submitted(store, w, "speakerBa", { title: first.title, ...texts })).number;
});

const save = async (text: typeof first, revision: number) =>
  saveContribution(
    store,
    await w.actor(w.people.speakerBa),
    {
      ...snapshot(w),
      ...{ number, revision, title: text.title, depth: "full" },
      full: { ...full, body: text.body, details: { ...full.details, affected: "Families and friends." } },
    },
    now,
  );

async function between(who: string | null, asked: { from: number; to?: number | null }) {
  const found = await findHistory(store.read, await w.actor(who), number);
  return differencesView(found, { to: undefined, ...asked }, viewer());
}

const shown = (parts: { text: string; change: string }[]) =>
  parts.map(({ text, change }) => (change === "same" ? text : `${change === "added" ? "+" : "-"}[${text}]`)).join("");

it("shows what was taken out and put in, part by part, in the words that are read", async () => {
  await save(second, 1);
  const view = await between(w.people.speakerBa, { from: 1 });
  expect([view?.from, view?.to, view?.mayRestore]).toEqual([1, null, true]);
  expect(view?.parts.map(({ code, differences }) => [code, shown(differences)])).toEqual([
    ["title", "Plan before +[the ]release"],
    ["body", "It begins -[six]+[twelve] months before.\n• One\n• Two+[\n• Three]"],
    ["affected", "Families+[ and friends]."],
  ]);
  await save(first, 2);
  const back = await between(w.people.speakerBa, { from: 1, to: null });
  expect(back?.parts.map(({ code }) => code)).toEqual(["affected"]);
  expect(back?.choices.map(({ value }) => value)).toEqual(["1", "2", "now"]);
});

it("compares texts of one language alone, and those that the reader may read", async () => {
  await save(second, 1);
  const author = await w.actor(w.people.speakerBa);
  const inBosnian = { title: "Plan prije otpusta", summary: "Sažetak.", body: "", details: {} };
  await addLanguageVersion(store, author, { number, language: "bs", ...inBosnian }, now);
  await addLanguageVersion(store, author, { number, language: "bs", ...inBosnian, title: "Plan otpusta" }, now);
  const view = await between(w.people.speakerBa, { from: 2 });
  expect([view?.tag, view?.mayRestore, view && shown(view.parts[0]?.differences ?? [])]).toEqual([
    "bs",
    false,
    "Plan -[prije ]otpusta",
  ]);
  expect(await between(w.people.speakerBa, { from: 1, to: 2 })).toBeNull();
  for (const from of [0, 3, 99]) expect(await between(w.people.speakerBa, { from })).toBeNull();
  await askSharing(store, author, { number, level: "group", note: "" }, now);
  expect(await between(w.people.participantAl, { from: 1 })).toBeNull();
  await save(first, 4);
  const seen = await between(w.people.participantAl, { from: 1 });
  expect([seen?.mayRestore, seen?.parts.map(({ code }) => code)]).toEqual([false, ["title", "body"]]);
  const al = await w.actor(w.people.participantAl);
  await expect(findEditForm(store.read, al, number, 1)).rejects.toThrow(Forbidden);
});

it("begins the form with an earlier text, and leaves everything else as it is", async () => {
  await save(second, 1);
  const author = await w.actor(w.people.speakerBa);
  const form = async (position: number | null) =>
    editFormView(await findEditForm(store.read, author, number, position), english);
  const [taken, plain] = [await form(1), await form(null)];
  expect(taken.takenFrom).toBe(1);
  const { title, body, "detail-affected": affected, ...rest } = taken.values;
  expect([title, body, affected]).toEqual([first.title, first.body, "Families."]);
  const { title: _title, body: _body, "detail-affected": _affected, ...same } = plain.values;
  expect(rest).toEqual(same);
  await expect(form(2)).rejects.toThrow(NotFound);
});

it("gives the words of a text of which only its look was kept, as Markdown", async () => {
  await save(second, 1);
  const row = await store.read.selectFrom("contribution_revision").selectAll().executeTakeFirstOrThrow();
  const { body: _lost, ...older } = JSON.parse(row.content) as Record<string, unknown>;
  expect(_lost).toBe(first.body);
  await writeTransaction(store, (db) =>
    db
      .updateTable("contribution_revision")
      .set({ content: JSON.stringify(older) })
      .execute(),
  );
  const author = await w.actor(w.people.speakerBa);
  const form = editFormView(await findEditForm(store.read, author, number, 1), english);
  expect(form.values.body).toBe("It begins six months before.\n\n- One\n- Two");
});
