import { expect, it } from "vitest";
import { findCaptures } from "#app/domain/knowledge/find-captures.server.ts";
import { captureViews } from "#app/views/sessions/capture-view.ts";
import { recordWorld } from "#tests/domain/knowledge/record-world.ts";
import { aContribution, aVersion } from "#tests/support/factories/contributions.ts";
import { anAgendaItem } from "#tests/support/factories/sessions.ts";
import { testStore, writing } from "#tests/support/store.ts";

it("lists what was captured in the order of the agenda, then by time, and at the end what belongs to no item", async () => {
  const store = testStore();
  const w = await recordWorld(store);
  const db = writing(store);
  const first = await anAgendaItem(db, { session_id: w.alSession, position: 21, title: "First" });
  const second = await anAgendaItem(db, { session_id: w.alSession, position: 22, title: "Second" });
  const capture = async (title: string, minute: number, agenda_item_id: string | null) => {
    const author = {
      author_id: w.people.participantAl,
      delegation_id: w.beneficiaries.al,
      status: "captured" as const,
    };
    const at = `2026-11-04T08:${minute}:00.000Z`;
    const of = {
      ...author,
      beneficiary: "al",
      group_id: w.groupId,
      round_id: w.roundId,
      session_id: w.alSession,
      agenda_item_id,
      created_at: at,
    };
    await aVersion(db, { contribution_id: await aContribution(db, of), title });
  };
  await capture("of the session", 10, null);
  await capture("of the second", 11, second);
  await capture("of the first, later", 13, first);
  await capture("of the first", 12, first);
  const organiser = await w.actor(w.people.organiser);
  const items = [first, second].map((id) => ({ id, title: id === first ? "First" : "Second" }));
  const agenda = { items } as unknown as Parameters<typeof captureViews>[1];
  const captures = await findCaptures(store.read, organiser, w.alSession);
  const listed = (shown: typeof agenda) =>
    captureViews(captures, shown, organiser, { locale: "en" }).map(({ title, item }) => [title, item]);
  expect(listed(agenda)).toEqual([
    ["of the first", "First"],
    ["of the first, later", "First"],
    ["of the second", "Second"],
    ["of the session", null],
  ]);
  // An item that is hidden from the viewer is no place either.
  expect(listed({ items: agenda.items.slice(1) }).map(([title]) => title)).toEqual([
    "of the second",
    "of the session",
    "of the first",
    "of the first, later",
  ]);
});
