import { expect, it } from "vitest";
import { applyTemplate } from "#app/domain/sessions/apply-template.server.ts";
import { findTemplates } from "#app/domain/sessions/find-templates.server.ts";
import {
  addTemplateItem,
  editTemplateItem,
  moveTemplateItem,
  removeTemplateItem,
} from "#app/domain/sessions/templates/change-template-items.server.ts";
import {
  copyTemplateTo,
  makeTemplate,
  renameTemplate,
  retireTemplate,
} from "#app/domain/sessions/templates/change-templates.server.ts";
import { findTemplate, findTemplateList } from "#app/domain/sessions/templates/find-template.server.ts";
import type { TemplateItemFields } from "#app/domain/sessions/templates/template-input.ts";
import { loadTerms } from "#app/domain/vocabulary/load-vocabulary.server.ts";
import { sure } from "#app/sure.ts";
import { writeTransaction } from "#db/store.ts";
import { template as ofAll } from "#tests/domain/sessions/agenda-items.ts";
import { now, type SessionWorld, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

const question = (title: string): TemplateItemFields => ({
  ...{ kind: "discussion", titles: { en: title }, descriptions: {}, minutes: 15, visibility: "shared" },
});

async function templateWorld() {
  const w = await sessionWorld(testStore());
  await writeTransaction(w.store, loadTerms);
  const { id } = await makeTemplate(w.store, w.organiser, { groupId: w.groupId, names: { en: "Ours" } }, now);
  const which = { templateId: id, groupId: w.groupId };
  for (const title of ["One", "Two", "Three"]) {
    await addTemplateItem(w.store, w.organiser, { ...which, ...question(title) }, now);
  }
  return { w, which };
}

const items = async (w: SessionWorld, templateId: string) =>
  (await findTemplate(w.store.read, w.organiser, { templateId, groupId: w.groupId })).items;
const titlesOf = async (w: SessionWorld, templateId: string) =>
  (await items(w, templateId)).map((one) => one.titles.en);
const agenda = (w: SessionWorld, sessionId: string) =>
  w.store.read
    .selectFrom("agenda_item")
    .select(["title", "question_id"])
    .where("session_id", "=", sessionId)
    .orderBy("position")
    .execute();

it("keeps order while items are moved, taken out and added", async () => {
  const { w, which } = await templateWorld();
  const [one, two] = await items(w, which.templateId);
  await moveTemplateItem(w.store, w.organiser, { ...which, itemId: sure(two).id, direction: "up" }, now);
  expect(await titlesOf(w, which.templateId)).toEqual(["Two", "One", "Three"]);
  await moveTemplateItem(w.store, w.organiser, { ...which, itemId: sure(two).id, direction: "up" }, now);
  await removeTemplateItem(w.store, w.organiser, { ...which, itemId: sure(one).id }, now);
  await addTemplateItem(w.store, w.organiser, { ...which, ...question("Four") }, now);
  expect(await titlesOf(w, which.templateId)).toEqual(["Two", "Three", "Four"]);
});

it("changes no agenda that was made before, and asks the same question in the next one", async () => {
  const { w, which } = await templateWorld();
  const [one, two] = await items(w, which.templateId);
  const { id: before } = await schedule(w, { templateId: which.templateId, minutes: null });
  const made = await agenda(w, before);
  const change = { ...which, itemId: sure(one).id, revision: 1, ...question("One, in other words") };
  await editTemplateItem(w.store, w.organiser, change, now);
  await expect(editTemplateItem(w.store, w.organiser, change, now)).rejects.toThrow("Changed meanwhile");
  await removeTemplateItem(w.store, w.organiser, { ...which, itemId: sure(two).id }, now);
  expect(await agenda(w, before)).toEqual(made);
  const { id: after } = await schedule(w, { beneficiaryId: w.beneficiaries.al, time: "11:00" });
  const use = { sessionId: after, templateId: which.templateId, mode: "append" } as const;
  await applyTemplate(w.store, w.organiser, use, now);
  expect(await agenda(w, after)).toEqual([
    { title: "One, in other words", question_id: made[0]?.question_id },
    { title: "Three", question_id: made[2]?.question_id },
  ]);
});

it("copies what every group is offered with its questions, and lets the copy be changed alone", async () => {
  const { w } = await templateWorld();
  const shipped = await ofAll(w);
  const own = { groupId: w.groupId, templateId: shipped };
  await expect(
    renameTemplate(w.store, w.organiser, { ...own, names: { en: "Mine" }, revision: 1 }, now),
  ).rejects.toThrow("templates.ofAll");
  const { id } = await copyTemplateTo(w.store, w.organiser, { ...own, names: { en: "Copy" } }, now);
  const questions = async (templateId: string) => (await items(w, templateId)).map(({ questionId }) => questionId);
  expect(await questions(id)).toEqual(await questions(shipped));
  const which = { templateId: id, groupId: w.groupId };
  await removeTemplateItem(w.store, w.organiser, { ...which, itemId: sure((await items(w, id))[0]).id }, now);
  expect([(await items(w, id)).length, (await items(w, shipped)).length]).toEqual([2, 3]);
});

it("is offered no more once it is retired, but where it is chosen already", async () => {
  const { w, which } = await templateWorld();
  await retireTemplate(w.store, w.organiser, { ...which, fate: "retire" }, now);
  const offered = async (kept: string | null) =>
    (await findTemplates(w.store.read, w.groupId, kept)).map(({ id }) => id);
  expect(await offered(null)).not.toContain(which.templateId);
  expect(await offered(which.templateId)).toContain(which.templateId);
  await retireTemplate(w.store, w.organiser, { ...which, fate: "restore" }, now);
  expect(await offered(null)).toContain(which.templateId);
});

it("belongs to the organisers of its group", async () => {
  const { w, which } = await templateWorld();
  const { templateId } = which;
  const others = await w.actor(w.people.otherOrganiser);
  const consultant = await w.actor(w.people.consultant);
  const input = { templateId, names: { en: "Taken" }, revision: 1 };
  await expect(renameTemplate(w.store, others, { ...input, groupId: w.otherGroupId }, now)).rejects.toThrow(
    "agenda template",
  );
  await expect(renameTemplate(w.store, consultant, { ...input, groupId: w.groupId }, now)).rejects.toThrow(
    "template.edit",
  );
  await expect(
    copyTemplateTo(w.store, others, { templateId, groupId: w.otherGroupId, names: { en: "Copy" } }, now),
  ).rejects.toThrow("agenda template");
  const seen = await findTemplateList(w.store.read, others, w.otherGroupId);
  expect(seen.map(({ id }) => id)).not.toContain(templateId);
});
