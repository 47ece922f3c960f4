import { expect, it } from "vitest";
import { Conflict, Forbidden } from "#app/domain/errors.ts";
import { baseOf } from "#app/domain/forms/merge-forms.ts";
import { addAgendaItem } from "#app/domain/sessions/add-agenda-item.server.ts";
import { lengthsForm } from "#app/domain/sessions/agenda-input.ts";
import { lengthsOf } from "#app/domain/sessions/agenda-lengths.ts";
import { findAgendaToEdit } from "#app/domain/sessions/find-agenda.server.ts";
import { removeAgendaItem } from "#app/domain/sessions/remove-agenda-item.server.ts";
import { setLengths } from "#app/domain/sessions/set-lengths.server.ts";
import { idOf, item } from "#tests/domain/sessions/agenda-items.ts";
import { now, type SessionWorld, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

/** A session with two items of ten minutes, as its form of lengths knows it. */
async function twoItems() {
  const w = await sessionWorld(testStore());
  const { id: sessionId } = await schedule(w);
  for (const title of ["First", "Second"]) {
    await addAgendaItem(w.store, w.organiser, { sessionId, ...item(title) }, now);
  }
  const [first, second] = [await idOf(w, "First"), await idOf(w, "Second")];
  return { w, sessionId, first, second, base: await baseNow(w, sessionId) };
}

async function baseNow(w: SessionWorld, sessionId: string): Promise<string> {
  const { items } = await findAgendaToEdit(w.store.read, w.organiser, sessionId);
  return baseOf(lengthsOf(items));
}

function rows(w: SessionWorld) {
  return w.store.read.selectFrom("agenda_item").select(["title", "minutes", "revision"]).orderBy("position").execute();
}

it("sets the lengths of all items at once and leaves alone what has that length", async () => {
  const { w, sessionId, first, second, base } = await twoItems();
  await setLengths(w.store, w.organiser, { sessionId, base, lengths: { [first]: 25, [second]: 10 } }, now);
  expect(await rows(w)).toEqual([
    { title: "First", minutes: 25, revision: 2 },
    { title: "Second", minutes: 10, revision: 1 },
  ]);
  const events = await w.store.read
    .selectFrom("audit_event")
    .select("subject_id")
    .where("event", "=", "agenda.edited")
    .execute();
  expect(events).toEqual([{ subject_id: first }]);
});

it("tells what somebody else saved meanwhile, and writes nothing over it", async () => {
  const { w, sessionId, first, second, base } = await twoItems();
  const consultant = await w.actor(w.people.consultant);
  await setLengths(w.store, consultant, { sessionId, base, lengths: { [first]: 20, [second]: 10 } }, now);
  const stale = setLengths(w.store, w.organiser, { sessionId, base, lengths: { [first]: 10, [second]: 30 } }, now);
  const conflict = await stale.catch((reason: unknown) => reason);
  expect(conflict).toBeInstanceOf(Conflict);
  expect((conflict as Conflict).current).toEqual({ [`minutes.${first}`]: "20", [`minutes.${second}`]: "10" });
  expect((await rows(w)).map(({ minutes }) => minutes)).toEqual([20, 10]);
});

it("passes over an item that was removed meanwhile, and one of another session", async () => {
  const { w, sessionId, first, second, base } = await twoItems();
  const other = await schedule(w, { date: "2026-11-05" });
  await addAgendaItem(w.store, w.organiser, { sessionId: other.id, ...item("Elsewhere") }, now);
  const elsewhere = await idOf(w, "Elsewhere");
  await removeAgendaItem(w.store, w.organiser, { sessionId, itemId: second }, now);
  const lengths = { [first]: 15, [second]: 45, [elsewhere]: 45 };
  await setLengths(w.store, w.organiser, { sessionId, base, lengths }, now);
  expect((await rows(w)).map(({ title, minutes }) => [title, minutes]).sort()).toEqual([
    ["Elsewhere", 10],
    ["First", 15],
    ["Second", 10],
  ]);
});

it("is for those who may change the agenda", async () => {
  const { w, sessionId, first, base } = await twoItems();
  const delegate = await w.actor(w.people.participantBa);
  await expect(setLengths(w.store, delegate, { sessionId, base, lengths: { [first]: 15 } }, now)).rejects.toThrow(
    Forbidden,
  );
  expect((await rows(w)).map(({ minutes }) => minutes)).toEqual([10, 10]);
});

it("reads a length for each item, and says at which one a length is wrong", () => {
  expect(lengthsForm.parse({ "minutes.a1": "15", "minutes.b2": "480", base: "{}", other: "x" })).toEqual({
    lengths: { a1: 15, b2: 480 },
  });
  const refused = lengthsForm.safeParse({ "minutes.a1": "", "minutes.b2": "0", "minutes.c3": ["1", "2"] });
  expect(refused.error?.issues.map(({ path }) => path)).toEqual([["minutes.a1"], ["minutes.b2"], ["minutes.c3"]]);
});
