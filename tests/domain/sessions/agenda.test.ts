import fc from "fast-check";
import { expect, it } from "vitest";
import { Conflict, Forbidden, NotFound } from "#app/domain/errors.ts";
import { addAgendaItem } from "#app/domain/sessions/add-agenda-item.server.ts";
import type { AgendaItemFields } from "#app/domain/sessions/agenda-input.ts";
import { agendaTimes } from "#app/domain/sessions/agenda-times.ts";
import { applyTemplate } from "#app/domain/sessions/apply-template.server.ts";
import { editAgendaItem } from "#app/domain/sessions/edit-agenda-item.server.ts";
import { findAgendaToEdit } from "#app/domain/sessions/find-agenda.server.ts";
import { findSession } from "#app/domain/sessions/find-session.server.ts";
import { moveAgendaItem } from "#app/domain/sessions/move-agenda-item.server.ts";
import { removeAgendaItem, restoreAgendaItem } from "#app/domain/sessions/remove-agenda-item.server.ts";
import { sessionView } from "#app/views/sessions/session-view.server.ts";
import { attemptOn, writeTransaction } from "#db/store.ts";
import { faults } from "#tests/domain/sessions/faults.ts";
import { now, type SessionWorld, schedule, sessionWorld, viewer } from "#tests/domain/sessions/session-world.ts";
import { aContribution } from "#tests/support/factories/contributions.ts";
import { anAgendaTemplate } from "#tests/support/factories/sessions.ts";
import { testStore } from "#tests/support/store.ts";

it("makes the agenda from a template, in the session's language where there is one", async () => {
  const w = await sessionWorld(testStore());
  const templateId = await template(w);
  const { id } = await schedule(w, { templateId });
  expect(await titles(w, id)).toEqual(["Priprema", "Uvod", "Practices"]);
  const english = await schedule(w, { templateId, language: "en", date: "2026-11-05" });
  expect(await titles(w, english.id)).toEqual(["Preparation", "Welcome", "Practices"]);
  const html = await w.store.read
    .selectFrom("agenda_item")
    .select(["description_html", "template_item_id"])
    .where("session_id", "=", id)
    .where("title", "=", "Uvod")
    .executeTakeFirstOrThrow();
  expect(html.description_html).toBe("<p>Ko <strong>vodi</strong>.</p>\n");
  expect(html.template_item_id).not.toBeNull();
});

it("hides internal items and the time they take from all but organisers and the session's consultants", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w, { templateId: await template(w), language: "en" });
  const agenda = async (accountId: string) => {
    const view = sessionView(await findSession(w.store.read, await w.actor(accountId), id, now), viewer());
    return [view.agenda.total, view.agenda.items.map(({ title, start }) => [title, start])];
  };
  const whole = [
    25,
    [
      ["Preparation", null],
      ["Welcome", "09:00"],
      ["Practices", "09:05"],
    ],
  ];
  const shared = [
    25,
    [
      ["Welcome", "09:00"],
      ["Practices", "09:05"],
    ],
  ];
  expect(await agenda(w.people.organiser)).toEqual(whole);
  expect(await agenda(w.people.consultant)).toEqual(whole);
  expect(await agenda(w.people.speakerBa)).toEqual(shared);
  expect(await agenda(w.interpreter)).toEqual(shared);
});

it("gives a consultant who only attends a plenary no internal items and no pen", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w, { beneficiaryId: null, templateId: await template(w), language: "en" });
  const second = await w.actor(w.people.secondConsultant);
  const view = sessionView(await findSession(w.store.read, second, id, now), viewer());
  expect(view.agenda.items.map(({ title }) => title)).toEqual(["Welcome", "Practices"]);
  expect(view.may.editAgenda).toBe(false);
  await expect(addAgendaItem(w.store, second, { sessionId: id, ...item("x") }, now)).rejects.toThrow(Forbidden);
});

it("counts shared items on the clock and says by how much they exceed the session", () => {
  const items = [
    { minutes: 10, visibility: "internal" as const },
    { minutes: 40, visibility: "shared" as const },
    { minutes: 30, visibility: "shared" as const },
  ];
  expect(agendaTimes(items, "2026-11-04T08:00:00.000Z", "2026-11-04T09:00:00.000Z")).toEqual({
    starts: [null, "2026-11-04T08:00:00.000Z", "2026-11-04T08:40:00.000Z"],
    total: 70,
    excess: 10,
  });
});

it("adds, edits with the revision it was opened at, and renders Markdown safely", async () => {
  const w = await sessionWorld(testStore());
  const { id: sessionId } = await schedule(w);
  const consultant = await w.actor(w.people.consultant);
  const { id } = await addAgendaItem(w.store, consultant, { sessionId, ...item("First") }, now);
  const edit = (revision: number, title: string) =>
    editAgendaItem(
      w.store,
      consultant,
      { sessionId, itemId: id, revision, ...item(title), description: "# Who\n<script>x</script>" },
      now,
    );
  await edit(1, "Second");
  const stale = await edit(1, "Third").catch((reason: unknown) => reason);
  expect(stale).toBeInstanceOf(Conflict);
  expect((stale as Conflict).current).toMatchObject({ title: "Second", revision: "2" });
  const row = await w.store.read.selectFrom("agenda_item").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  expect(row.title).toBe("Second");
  expect(row.description_html).not.toContain("<script");
  expect(row.description_html).toContain("<h4>Who</h4>");
});

it("keeps personal identification numbers out", async () => {
  const w = await sessionWorld(testStore());
  const { id: sessionId } = await schedule(w);
  const attempt = addAgendaItem(
    w.store,
    w.organiser,
    { sessionId, ...item("Case 0101990170003"), description: "0101990170003" },
    now,
  );
  expect(await faults(attempt)).toEqual([
    { field: "title", key: "guard.blocked" },
    { field: "description", key: "guard.blocked" },
  ]);
});

it("moves items as a list moves, whatever the order of moves", async () => {
  const w = await sessionWorld(testStore());
  const { id: sessionId } = await schedule(w);
  const names = ["a", "b", "c", "d"];
  const ids = new Map<string, string>();
  for (const name of names) {
    ids.set(name, (await addAgendaItem(w.store, w.organiser, { sessionId, ...item(name) }, now)).id);
  }
  const expected = [...names];
  const moves = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom("up" as const, "down" as const)), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(moves, async (sequence) => {
      for (const [name, direction] of sequence) {
        const from = expected.indexOf(name);
        const to = direction === "up" ? from - 1 : from + 1;
        const possible = to >= 0 && to < expected.length;
        if (possible) expected.splice(to, 0, ...expected.splice(from, 1));
        const input = { sessionId, itemId: ids.get(name)!, direction };
        expect((await moveAgendaItem(w.store, w.organiser, input, now)).moved).toBe(possible);
      }
      expect(await titles(w, sessionId)).toEqual(expected);
    }),
    { numRuns: 25 },
  );
  const places = await w.store.read.selectFrom("agenda_item").select("position").orderBy("position").execute();
  expect(places.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
});

it("moves one place when one attempt is sent twice", async () => {
  const w = await sessionWorld(testStore());
  const { id: sessionId } = await schedule(w);
  for (const name of ["a", "b", "c"]) await addAgendaItem(w.store, w.organiser, { sessionId, ...item(name) }, now);
  const itemId = await idOf(w, "c");
  const store = attemptOn(w.store, { key: "attempt-up", actorId: w.people.organiser, route: "/x", bodyHash: "h" });
  for (const _ of [1, 2]) await moveAgendaItem(store, w.organiser, { sessionId, itemId, direction: "up" }, now);
  expect(await titles(w, sessionId)).toEqual(["a", "c", "b"]);
});

it("removes and puts back, but not what something was captured under", async () => {
  const w = await sessionWorld(testStore());
  const { id: sessionId } = await schedule(w);
  for (const name of ["a", "b", "c"]) await addAgendaItem(w.store, w.organiser, { sessionId, ...item(name) }, now);
  const itemId = await idOf(w, "a");
  await removeAgendaItem(w.store, w.organiser, { sessionId, itemId }, now);
  expect(await titles(w, sessionId)).toEqual(["b", "c"]);
  const edited = await findAgendaToEdit(w.store.read, w.organiser, sessionId);
  expect(edited.removed.map(({ title }) => title)).toEqual(["a"]);
  await restoreAgendaItem(w.store, w.organiser, { sessionId, itemId }, now);
  expect(await titles(w, sessionId)).toEqual(["b", "c", "a"]);

  await capture(w, sessionId, await idOf(w, "b"), "captured");
  await capture(w, sessionId, await idOf(w, "c"), "draft");
  const remove = async (name: string) =>
    removeAgendaItem(w.store, w.organiser, { sessionId, itemId: await idOf(w, name) }, now);
  expect(await faults(remove("b"))).toEqual([{ field: null, key: "agenda.hasCaptures" }]);
  // A draft is its author's alone: that it exists must not show.
  await remove("c");
  expect(await titles(w, sessionId)).toEqual(["b", "a"]);
});

it("applies a template behind the agenda, or in its place while nothing was captured", async () => {
  const w = await sessionWorld(testStore());
  const templateId = await template(w);
  const { id: sessionId } = await schedule(w, { language: "en" });
  await addAgendaItem(w.store, w.organiser, { sessionId, ...item("own") }, now);
  const apply = (mode: "append" | "replace") =>
    applyTemplate(w.store, w.organiser, { sessionId, templateId, mode }, now);
  await apply("append");
  expect(await titles(w, sessionId)).toEqual(["own", "Preparation", "Welcome", "Practices"]);
  await apply("replace");
  expect(await titles(w, sessionId)).toEqual(["Preparation", "Welcome", "Practices"]);
  await capture(w, sessionId, await idOf(w, "Practices"), "complete");
  expect(await faults(apply("replace"))).toEqual([{ field: "mode", key: "agenda.cannotReplace" }]);
});

it("finds items only through their own session, for those who may edit", async () => {
  const w = await sessionWorld(testStore());
  const { id: sessionId } = await schedule(w);
  const other = await schedule(w, { beneficiaryId: w.beneficiaries.al, date: "2026-11-05" });
  const { id: itemId } = await addAgendaItem(w.store, w.organiser, { sessionId, ...item("a") }, now);
  const remove = async (accountId: string, session: string) =>
    removeAgendaItem(w.store, await w.actor(accountId), { sessionId: session, itemId }, now);
  await expect(remove(w.people.organiser, other.id)).rejects.toThrow(NotFound);
  await expect(remove(w.people.speakerBa, sessionId)).rejects.toThrow(Forbidden);
  await expect(remove(w.people.secondConsultant, sessionId)).rejects.toThrow(NotFound);
  expect(await titles(w, sessionId)).toEqual(["a"]);
});

function item(title: string): AgendaItemFields {
  return { kind: "discussion", title, description: "", minutes: 10, visibility: "shared", attribution: null };
}

async function titles(w: SessionWorld, sessionId: string): Promise<string[]> {
  const view = sessionView(await findSession(w.store.read, w.organiser, sessionId, now), viewer());
  return view.agenda.items.map(({ title }) => title);
}

async function idOf(w: SessionWorld, title: string): Promise<string> {
  const row = await w.store.read
    .selectFrom("agenda_item")
    .select("id")
    .where("title", "=", title)
    .where("removed_at", "is", null)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** A template of three items: internal, then shared; the last one has no Bosnian title. */
async function template(w: SessionWorld): Promise<string> {
  const items = [
    { titles: { en: "Preparation", bs: "Priprema" }, descriptions: {}, minutes: 10, visibility: "internal" },
    { titles: { en: "Welcome", bs: "Uvod" }, descriptions: { bs: "Ko **vodi**." }, minutes: 5 },
    { titles: { en: "Practices" }, descriptions: {}, minutes: 20, kind: "capture-practices" },
  ] as const;
  return writeTransaction(w.store, (db) =>
    anAgendaTemplate(db, {
      items: items.map(({ titles: labels, descriptions, ...item }) => ({
        ...{ titles: JSON.stringify(labels), descriptions: JSON.stringify(descriptions), ...item },
      })),
    }),
  );
}

async function capture(w: SessionWorld, sessionId: string, itemId: string, status: "captured" | "complete" | "draft") {
  await writeTransaction(w.store, (db) =>
    aContribution(db, {
      ...{ group_id: w.groupId, author_id: w.people.participantBa, beneficiary: "ba", status },
      ...{ delegation_id: w.beneficiaries.ba, round_id: w.roundId, session_id: sessionId, agenda_item_id: itemId },
    }),
  );
}
