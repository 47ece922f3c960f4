import { expect, it } from "vitest";
import { addAgendaItem } from "#app/domain/sessions/add-agenda-item.server.ts";
import { MOST_ITEMS } from "#app/domain/sessions/agenda-limits.ts";
import { applyTemplate } from "#app/domain/sessions/apply-template.server.ts";
import { removeAgendaItem, restoreAgendaItem } from "#app/domain/sessions/remove-agenda-item.server.ts";
import { idOf, item, template, titles } from "#tests/domain/sessions/agenda-items.ts";
import { faults } from "#tests/domain/sessions/faults.ts";
import { now, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

it("takes no more items than an agenda may have, however they come", async () => {
  const w = await sessionWorld(testStore());
  const { id: sessionId } = await schedule(w);
  const templateId = await template(w);
  const add = (title: string) => addAgendaItem(w.store, w.organiser, { sessionId, ...item(title) }, now);
  const apply = (mode: "append" | "replace") =>
    applyTemplate(w.store, w.organiser, { sessionId, templateId, mode }, now);
  const tooMany = [{ field: null, key: "agenda.tooManyItems" }];

  for (let one = 1; one < MOST_ITEMS; one++) await add(`Item ${one}`);
  expect(await faults(apply("append"))).toEqual(tooMany);
  await add("Last");
  expect(await faults(add("Beyond"))).toEqual(tooMany);
  const itemId = await idOf(w, "Item 1");
  await removeAgendaItem(w.store, w.organiser, { sessionId, itemId }, now);
  await add("Instead");
  expect(await faults(restoreAgendaItem(w.store, w.organiser, { sessionId, itemId }, now))).toEqual(tooMany);
  expect((await titles(w, sessionId)).length).toBe(MOST_ITEMS);
  await apply("replace");
  expect(await titles(w, sessionId)).toEqual(["Preparation", "Welcome", "Practices"]);
});
