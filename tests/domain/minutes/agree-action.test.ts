import { expect, it } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import { Conflict, Forbidden, NotFound } from "#app/domain/errors.ts";
import { countAwaiting } from "#app/domain/home/count-awaiting.server.ts";
import { type ActionFields, agreeAction, editAction } from "#app/domain/minutes/agree-action.server.ts";
import {
  type ActionFilter,
  findActionPoint,
  findActionPoints,
  findActionsOf,
  findOpenFromEarlier,
} from "#app/domain/minutes/find-action-points.server.ts";
import { findMinutes } from "#app/domain/minutes/find-minutes.server.ts";
import { editDecision, noteDecision, removeDecision } from "#app/domain/minutes/note-decision.server.ts";
import { remindOfActions } from "#app/domain/minutes/remind-of-actions.server.ts";
import { settleAction } from "#app/domain/minutes/settle-action.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { actionView } from "#app/views/minutes/action-view.server.ts";
import { writeTransaction } from "#db/store.ts";
import { during, type HeldSession, heldSession } from "#tests/domain/minutes/record-world.ts";
import { faults } from "#tests/domain/sessions/faults.ts";
import { schedule } from "#tests/domain/sessions/session-world.ts";
import { viewer } from "#tests/support/viewer.ts";

it("numbers decisions of a session, and gives no number again", async () => {
  const w = await heldSession();
  const note = (text: string, itemId: string | null = null) =>
    noteDecision(w.store, w.consultant, { sessionId: w.sessionId, text, itemId }, during);
  await note("A protocol is drafted.");
  const second = await note("Dropped.");
  await removeDecision(w.store, w.organiser, { sessionId: w.sessionId, decisionId: second.id }, during);
  const third = await note("Among us.", w.internal);
  const change = { sessionId: w.sessionId, decisionId: third.id, text: "Among consultants.", itemId: w.internal };
  await editDecision(w.store, w.organiser, { ...change, revision: 1 }, during);
  await expect(editDecision(w.store, w.organiser, { ...change, revision: 1 }, during)).rejects.toThrow(Conflict);
  const { decisions } = await findMinutes(w.store.read, w.organiser, w.sessionId, during);
  expect(decisions.map(({ number, text }) => [number, text])).toEqual([
    [1, "A protocol is drafted."],
    [1001, "Among consultants."],
  ]);
});

it("numbers what is internal apart, so that no number is missing to those who do not see it", async () => {
  const w = await heldSession();
  const { sessionId } = w;
  const note = (text: string, itemId: string | null) =>
    noteDecision(w.store, w.consultant, { sessionId, text, itemId }, during);
  await note("Shared.", null);
  await note("Internal.", w.internal);
  const moved = await note("Internal at last.", w.shared);
  await note("Shared too.", w.shared);
  const change = { sessionId, decisionId: moved.id, text: "Internal at last.", itemId: w.internal, revision: 1 };
  await editDecision(w.store, w.consultant, change, during);
  const { decisions } = await findMinutes(w.store.read, w.organiser, sessionId, during);
  expect(decisions.map(({ number, text }) => [number, text])).toEqual([
    [1, "Shared."],
    [3, "Shared too."],
    [1001, "Internal."],
    [1002, "Internal at last."],
  ]);
  const owner = `person:${w.people.consultant}`;
  await agree(w, { itemId: w.internal, owner });
  await agree(w, {});
  await agree(w, { itemId: w.internal, owner });
  await agree(w, {});
  const seen = await findActionsOf(w.store.read, w.delegate, [sessionId]);
  expect(seen.map(({ number }) => number)).toEqual([1, 2]);
});

it("gives an action point to somebody of the session or to its delegation, and to nobody else", async () => {
  const w = await heldSession();
  await agree(w, {});
  await agree(w, { owner: `delegation:${w.beneficiaries.ba}`, dueOn: "2026-12-01" });
  for (const owner of [`person:${w.people.participantAl}`, `delegation:${w.beneficiaries.al}`, "person:nobody", "x"]) {
    expect(await faults(agree(w, { owner }))).toEqual([{ field: "owner", key: "minutes.badOwner" }]);
  }
  expect(await faults(agree(w, { itemId: w.internal }))).toEqual([{ field: "owner", key: "minutes.ownerSeesNot" }]);
  await expect(agree(w, {}, w.delegate)).rejects.toThrow(Forbidden);
  await expect(agree(w, {}, w.outsider)).rejects.toThrow(NotFound);
  const found = await findActionsOf(w.store.read, w.delegate, [w.sessionId]);
  expect(found.map(({ number, owner, delegation, dueOn }) => [number, owner?.name, delegation?.id, dueOn])).toEqual([
    [1, "participantBa", undefined, null],
    [2, undefined, w.beneficiaries.ba, "2026-12-01"],
  ]);
});

it("shows what was agreed under an internal item to those who see it", async () => {
  const w = await heldSession();
  const { id } = await agree(w, { itemId: w.internal, owner: `person:${w.people.consultant}` });
  expect((await findActionPoint(w.store.read, w.organiser, id)).number).toBe(1001);
  for (const actor of [w.delegate, w.outsider, await w.actor(w.people.secondConsultant)]) {
    await expect(findActionPoint(w.store.read, actor, id)).rejects.toThrow(NotFound);
  }
});

it("is settled by its owner, the delegation that owns it, and those who lead the session", async () => {
  const w = await heldSession();
  const { id } = await agree(w, {});
  const settle = (actor: Actor, revision: number, state: "done" | "open" = "done") =>
    settleAction(w.store, actor, { actionId: id, state, note: "Sent.", revision }, during);
  await expect(settle(w.speaker, 1)).rejects.toThrow(Forbidden);
  await expect(settle(w.outsider, 1)).rejects.toThrow(NotFound);
  await settle(w.delegate, 1);
  await expect(settle(w.delegate, 1)).rejects.toThrow(Conflict);
  await settle(w.consultant, 2, "open");
  const { state, note, settledAt } = await findActionPoint(w.store.read, w.delegate, id);
  expect([state, note, settledAt]).toEqual(["open", "Sent.", null]);
  const edit = {
    actionId: id,
    text: "Send them all",
    owner: `person:${w.people.speakerBa}`,
    dueOn: null,
    itemId: null,
  };
  await editAction(w.store, w.organiser, { ...edit, revision: 3 }, during);
  await expect(editAction(w.store, w.speaker, { ...edit, revision: 4 }, during)).rejects.toThrow(Forbidden);
  expect((await findActionPoint(w.store.read, w.speaker, id)).owner?.name).toBe("speakerBa");
});

it("lists by owner, delegation, state and day, and counts what is one's own", async () => {
  const w = await heldSession();
  await agree(w, { dueOn: "2026-11-03" });
  await agree(w, { owner: `delegation:${w.beneficiaries.ba}`, dueOn: "2026-12-01" });
  await agree(w, { owner: `person:${w.people.organiser}` });
  const list = async (actor: Actor, other: Partial<ActionFilter> = {}) => {
    const filter = { mine: false, delegationId: null, state: null, overdue: false, ...other };
    return (await findActionPoints(w.store.read, actor, w.groupId, filter, during)).map(({ number }) => number);
  };
  expect(await list(w.organiser)).toEqual([1, 2, 3]);
  expect(await list(w.speaker, { mine: true })).toEqual([2]);
  expect(await list(w.delegate, { mine: true })).toEqual([1, 2]);
  expect(await list(w.organiser, { delegationId: w.beneficiaries.ba })).toEqual([2]);
  expect(await list(w.organiser, { overdue: true })).toEqual([1]);
  expect(await list(w.organiser, { state: "done" })).toEqual([]);
  expect(await list(w.outsider)).toEqual([]);
  const waiting = async () => (await countAwaiting(w.store.read, w.delegate, during)).get(w.groupId) ?? 0;
  const before = await waiting();
  await agree(w, {});
  expect((await waiting()) - before).toBe(1);
});

it("is overdue from midnight on at the place of the round, in lists, pages and reminders alike", async () => {
  const w = await heldSession();
  const { id } = await agree(w, { dueOn: "2026-11-30" });
  const evening = new Date("2026-11-30T22:59:00.000Z");
  const midnight = new Date("2026-11-30T23:00:00.000Z");
  const late = async (at: Date) => {
    const filter = { mine: false, delegationId: null, state: null, overdue: true };
    const listed = await findActionPoints(w.store.read, w.organiser, w.groupId, filter, at);
    const point = await findActionPoint(w.store.read, w.organiser, id);
    return [listed.length, actionView(point, false, viewer("Europe/Sarajevo", at)).overdue];
  };
  expect([await late(evening), await late(midnight)]).toEqual([
    [0, false],
    [1, true],
  ]);
  await remindOfActions(w.store, new Date("2026-11-22T22:59:00.000Z"));
  expect(await reminders(w)).toEqual([]);
  await remindOfActions(w.store, new Date("2026-11-22T23:00:00.000Z"));
  expect(await reminders(w)).toEqual(["action-due"]);
  await remindOfActions(w.store, evening);
  expect(await reminders(w)).toEqual(["action-due"]);
  await remindOfActions(w.store, midnight);
  expect(await reminders(w)).toEqual(["action-due", "action-overdue"]);
});

it("carries over to the next session with the delegation what is open", async () => {
  const w = await heldSession();
  const done = await agree(w, {});
  await agree(w, { text: "Still open" });
  await settleAction(w.store, w.delegate, { actionId: done.id, state: "done", note: "", revision: 1 }, during);
  const next = await schedule(w, { date: "2026-11-06" }, during);
  const other = await schedule(w, { date: "2026-11-06", beneficiaryId: w.beneficiaries.al, time: "12:00" }, during);
  const carried = async (id: string) => {
    const session = await findSessionFacts(w.store.read, w.organiser, id);
    return (await findOpenFromEarlier(w.store.read, w.organiser, session)).map(({ text }) => text);
  };
  expect([await carried(next.id), await carried(other.id), await carried(w.sessionId)]).toEqual([
    ["Still open"],
    [],
    [],
  ]);
});

it("reminds once in the week before it is due and once in every week after, until it is settled", async () => {
  const w = await heldSession();
  const { id } = await agree(w, { owner: `delegation:${w.beneficiaries.ba}`, dueOn: "2026-12-01" });
  await agree(w, {});
  const remind = (day: string) => remindOfActions(w.store, new Date(`${day}T09:00:00.000Z`));
  expect(await remind("2026-11-20")).toBe(0);
  expect([await remind("2026-11-24"), await remind("2026-11-25"), await remind("2026-12-01")]).toEqual([2, 0, 0]);
  expect([await remind("2026-12-02"), await remind("2026-12-08"), await remind("2026-12-09")]).toEqual([2, 0, 2]);
  const ended = { ended_at: during.toISOString() };
  await writeTransaction(w.store, (db) =>
    db.updateTable("membership").set(ended).where("account_id", "=", w.people.speakerBa).execute(),
  );
  expect(await remind("2026-12-16")).toBe(1);
  await settleAction(w.store, w.organiser, { actionId: id, state: "dropped", note: "", revision: 1 }, during);
  expect(await remind("2026-12-30")).toBe(0);
});

function agree(w: HeldSession, other: Partial<ActionFields>, actor = w.consultant) {
  const fields = { text: "Send the guidelines", owner: `person:${w.people.participantBa}`, dueOn: null, itemId: null };
  return agreeAction(w.store, actor, { sessionId: w.sessionId, ...fields, ...other }, during);
}

async function reminders(w: HeldSession): Promise<string[]> {
  const rows = await w.store.read
    .selectFrom("outbox")
    .select("template")
    .where("template", "like", "action-%")
    .execute();
  return rows.map(({ template }) => template).sort();
}
