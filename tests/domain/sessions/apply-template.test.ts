import { expect, it } from "vitest";
import { addAgendaItem } from "#app/domain/sessions/add-agenda-item.server.ts";
import { applyTemplate } from "#app/domain/sessions/apply-template.server.ts";
import { capture, idOf, item, template, titles } from "#tests/domain/sessions/agenda-items.ts";
import { faults } from "#tests/domain/sessions/faults.ts";
import { now, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
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
