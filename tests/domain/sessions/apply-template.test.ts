import { expect, it } from "vitest";
import { addAgendaItem } from "#app/domain/sessions/add-agenda-item.server.ts";
import { applyTemplate } from "#app/domain/sessions/apply-template.server.ts";
import { findTemplates } from "#app/domain/sessions/find-templates.server.ts";
import { languageTaken, wholeIn } from "#app/domain/sessions/template-language.ts";
import { templatesForSession } from "#app/views/sessions/session-form-view.server.ts";
import { capture, idOf, item, template, titles } from "#tests/domain/sessions/agenda-items.ts";
import { faults } from "#tests/domain/sessions/faults.ts";
import { now, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

it("makes the agenda from a template, in the session's language where the template is whole in it", async () => {
  const w = await sessionWorld(testStore());
  const templateId = await template(w, { en: "Practices", bs: "Prakse" });
  const { id } = await schedule(w, { templateId });
  expect(await titles(w, id)).toEqual(["Priprema", "Uvod", "Prakse"]);
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

it("makes all of the agenda in another language where one text is not in that of the session", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w, { templateId: await template(w) });
  expect(await titles(w, id)).toEqual(["Preparation", "Welcome", "Practices"]);
  const texts = await w.store.read
    .selectFrom("agenda_item")
    .select("description")
    .where("session_id", "=", id)
    .execute();
  expect(texts.map(({ description }) => description).filter(Boolean)).toEqual(["Who **leads**."]);
});

it.each([
  ["Macedonian", "mk", ["en"], "en"],
  ["Serbian, nearer to Bosnian", "sr-Latn", ["en", "bs"], "bs"],
  ["a language that it has", "sq", ["en", "sq"], "sq"],
  ["none that is whole", "sq", [], "sq"],
] as const)("takes for %s what it is whole in", (_what, wanted, whole, taken) => {
  expect(languageTaken(whole, wanted)).toBe(taken);
});

it("is whole in a language that has all that is written in any", () => {
  const both = { en: "One", mk: "Еден" };
  expect(wholeIn([{ titles: both, descriptions: {} }])).toEqual(["en", "mk"]);
  expect(wholeIn([{ titles: both, descriptions: { en: "Text" } }])).toEqual(["en"]);
});

it("says which templates are taken in another language", async () => {
  const w = await sessionWorld(testStore());
  const id = await template(w);
  const found = (await findTemplates(w.store.read, w.groupId)).filter((one) => one.id === id);
  expect(templatesForSession(found, "bs", viewer())).toEqual([
    expect.objectContaining({
      lacking: expect.stringMatching(/^Bosnian, /),
      inAnother: "Not in Bosnian. All its items are taken in English.",
    }),
  ]);
  expect(templatesForSession(found, "en", viewer())[0]?.inAnother).toBeNull();
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
