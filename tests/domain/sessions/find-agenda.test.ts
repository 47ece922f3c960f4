import { expect, it } from "vitest";
import { Forbidden, NotFound } from "#app/domain/errors.ts";
import { addAgendaItem } from "#app/domain/sessions/add-agenda-item.server.ts";
import { findSession } from "#app/domain/sessions/find-session.server.ts";
import { removeAgendaItem } from "#app/domain/sessions/remove-agenda-item.server.ts";
import { sessionView } from "#app/views/sessions/session-view.server.ts";
import { item, template, titles } from "#tests/domain/sessions/agenda-items.ts";
import { now, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

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
