import { expect, it } from "vitest";
import { addAgendaItem } from "#app/domain/sessions/add-agenda-item.server.ts";
import { findAgendaToEdit } from "#app/domain/sessions/find-agenda.server.ts";
import { removeAgendaItem, restoreAgendaItem } from "#app/domain/sessions/remove-agenda-item.server.ts";
import { capture, idOf, item, titles } from "#tests/domain/sessions/agenda-items.ts";
import { faults } from "#tests/domain/sessions/faults.ts";
import { now, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

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
