import { expect, it } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import { Forbidden, NotFound } from "#app/domain/errors.ts";
import { decideAmendment, findAmendmentToDecide, proposeAmendment } from "#app/domain/minutes/amend-minutes.server.ts";
import { circulateMinutes, finaliseMinutes } from "#app/domain/minutes/circulate-minutes.server.ts";
import { endAmending } from "#app/domain/minutes/end-amending.server.ts";
import { findMinutes } from "#app/domain/minutes/find-minutes.server.ts";
import { findMinutesHistory } from "#app/domain/minutes/find-minutes-item.server.ts";
import { reportAttendance } from "#app/domain/minutes/report-attendance.server.ts";
import { writeMinutes } from "#app/domain/minutes/write-minutes.server.ts";
import type { AgendaItemFields } from "#app/domain/sessions/agenda-input.ts";
import { editAgendaItem } from "#app/domain/sessions/edit-agenda-item.server.ts";
import { minutesView } from "#app/views/minutes/minutes-view.server.ts";
import { during, type HeldSession, heldSession } from "#tests/domain/minutes/record-world.ts";
import { item } from "#tests/domain/sessions/agenda-items.ts";
import { faults } from "#tests/domain/sessions/faults.ts";
import { viewer } from "#tests/support/viewer.ts";

const later = (days: number) => new Date(during.getTime() + days * 86_400_000);

it("shows circulated minutes to the audience, tells those who attended, and no internal item", async () => {
  const w = await circulated();
  const seen = await findMinutes(w.store.read, w.delegate, w.sessionId, later(1));
  expect(seen.items.map(({ title, bodyHtml }) => [title, bodyHtml])).toEqual([
    ["Needs", "<p>They need training.</p>\n"],
  ]);
  const may = { write: false, circulate: false, endAmending: false, finalise: false, correct: false, amend: true };
  expect([seen.may, seen.openBeforeFinal]).toEqual([may, null]);
  expect((await findMinutes(w.store.read, w.speaker, w.sessionId, later(1))).may.amend).toBe(false);
  // Who may not is told why, and how that is put right.
  const told = async (actor: Actor) => {
    const at = later(1);
    const { hint } = minutesView(await findMinutes(w.store.read, actor, w.sessionId, at), {
      ...viewer(),
      now: at,
    });
    return hint?.includes("If you were there, say it under Attendance.") ?? false;
  };
  expect([await told(w.delegate), await told(w.speaker)]).toEqual([false, true]);
  expect(await mailed(w, "minutes-circulated")).toEqual(["participantBa"]);
  // What was there before it was circulated is theirs who wrote it.
  const history = await findMinutesHistory(w.store.read, w.delegate, ids(w));
  expect(history.revisions.map(({ revision }) => revision)).toEqual([2]);
  await expect(findMinutesHistory(w.store.read, w.delegate, { ...ids(w), itemId: w.internal })).rejects.toThrow(
    NotFound,
  );
  await expect(findMinutes(w.store.read, w.outsider, w.sessionId, later(1))).rejects.toThrow(NotFound);
});

it("takes amendments from those who attended alone, as long as there is time, and on what they see", async () => {
  const w = await circulated();
  await expect(propose(w, w.speaker, "They need more.")).rejects.toThrow(Forbidden);
  await expect(propose(w, w.outsider, "They need more.")).rejects.toThrow(NotFound);
  await expect(propose(w, w.delegate, "x", later(1), w.internal)).rejects.toThrow(NotFound);
  expect(await faults(propose(w, w.delegate, "They need training."))).toEqual([
    { field: "body", key: "minutes.sameText" },
  ]);
  expect(await faults(propose(w, w.delegate, "They need more.", later(8)))).toEqual([
    { field: null, key: "minutes.notAmendable" },
  ]);
  const edit = { ...ids(w), body: "x", from: 2, revision: 2, merge: false, reason: "" };
  expect(await faults(writeMinutes(w.store, w.organiser, edit, later(1)))).toEqual([
    { field: null, key: "minutes.isCirculated" },
  ]);
});

it("lets agendas change nothing that readers of the minutes have read, nor who reads it", async () => {
  const w = await circulated();
  const edit = (itemId: string, change: Partial<AgendaItemFields>) => {
    const fields = { ...item("Needs"), ...change };
    return editAgendaItem(w.store, w.consultant, { sessionId: w.sessionId, itemId, revision: 1, ...fields }, later(1));
  };
  const refused = [{ field: null, key: "minutes.isCirculated" }];
  expect(await faults(edit(w.shared, { title: "Other needs" }))).toEqual(refused);
  expect(await faults(edit(w.shared, { visibility: "internal" }))).toEqual(refused);
  expect(await edit(w.shared, { minutes: 25, attribution: "group" })).toEqual({ id: w.shared });
  expect(await faults(edit(w.internal, { title: "Debrief", visibility: "shared" }))).toEqual(refused);
});

it("takes only so many amendments of one person that nobody has decided on", async () => {
  const w = await circulated();
  for (let n = 0; n < 20; n++) await propose(w, w.delegate, `They need training ${n}.`);
  expect(await faults(propose(w, w.delegate, "They need more."))).toEqual([
    { field: null, key: "minutes.tooManyAmendments" },
  ]);
  await propose(w, w.consultant, "They need more.");
});

it("accepts amendments one by one, also a second one of the same text, and refuses with a reason", async () => {
  const w = await circulated();
  const first = await propose(w, w.delegate, "They need training.\nAnd protocols.");
  const second = await propose(w, w.delegate, "First.\nThey need training.", later(1.1));
  const third = await propose(w, w.delegate, "Nothing.", later(1.2));
  await decide(w, w.organiser, first.id, "accepted");
  const { merged, clashes } = await findAmendmentToDecide(w.store.read, w.consultant, {
    sessionId: w.sessionId,
    amendmentId: second.id,
  });
  expect([merged, clashes]).toEqual(["First.\nThey need training.\nAnd protocols.", 0]);
  await decide(w, w.consultant, second.id, "accepted");
  expect(await faults(decide(w, w.organiser, third.id, "refused"))).toEqual([
    { field: "reason", key: "common.required" },
  ]);
  await decide(w, w.organiser, third.id, "refused", "It was said.");
  expect(await faults(decide(w, w.organiser, third.id, "accepted"))).toEqual([
    { field: null, key: "minutes.isDecided" },
  ]);
  await expect(decide(w, w.delegate, third.id, "accepted")).rejects.toThrow(Forbidden);
  const seen = await findMinutes(w.store.read, w.delegate, w.sessionId, later(1));
  expect(seen.items[0]?.written?.by).toBe("participantBa");
  expect(seen.amendments.map(({ decision, reason }) => [decision, reason])).toEqual([
    ["accepted", ""],
    ["accepted", ""],
    ["refused", "It was said."],
  ]);
  expect((await findMinutes(w.store.read, w.speaker, w.sessionId, later(1))).amendments).toEqual([]);
  expect(await mailed(w, "amendment-decided")).toEqual(["participantBa", "participantBa", "participantBa"]);
});

it("makes minutes final when the time is over and nothing waits, by an organiser", async () => {
  const w = await circulated();
  const { id } = await propose(w, w.delegate, "They need more.");
  const finalise = (actor: Actor, at: Date) => finaliseMinutes(w.store, actor, { sessionId: w.sessionId }, at);
  const offered = async (at: Date) => {
    const { openBeforeFinal, may } = await findMinutes(w.store.read, w.organiser, w.sessionId, at);
    return { ...openBeforeFinal, end: may.endAmending, finalise: may.finalise };
  };
  const until = later(7).toISOString();
  expect(await offered(later(1))).toEqual({ until, waiting: 1, end: true, finalise: false });
  expect(await offered(later(8))).toEqual({ until: null, waiting: 1, end: false, finalise: false });
  expect(await faults(finalise(w.organiser, later(1)))).toEqual([{ field: null, key: "minutes.stillAmendable" }]);
  expect(await faults(finalise(w.organiser, later(8)))).toEqual([{ field: null, key: "minutes.undecided" }]);
  await decide(w, w.organiser, id, "refused", "It was said.");
  expect(await offered(later(8))).toEqual({ until: null, waiting: 0, end: false, finalise: true });
  await expect(finalise(w.consultant, later(8))).rejects.toThrow(Forbidden);
  await finalise(w.organiser, later(8));
  expect((await findMinutes(w.store.read, w.delegate, w.sessionId, later(9))).record.state).toBe("final");
  expect(await faults(finalise(w.organiser, later(9)))).toEqual([{ field: null, key: "minutes.notCirculated" }]);
});

it("ends the time for amendments early by an organiser, tells those who attended, and leaves what waits", async () => {
  const w = await circulated();
  const { id } = await propose(w, w.delegate, "They need more.");
  const end = (actor: Actor, at: Date) => endAmending(w.store, actor, { sessionId: w.sessionId }, at);
  await expect(end(w.consultant, later(2))).rejects.toThrow(Forbidden);
  await expect(end(w.outsider, later(2))).rejects.toThrow(NotFound);
  expect(await end(w.organiser, later(2))).toEqual({ id: w.sessionId, told: 1 });
  expect(await mailed(w, "amending-ended")).toEqual(["participantBa"]);
  expect(await faults(propose(w, w.delegate, "They need even more.", later(2)))).toEqual([
    { field: null, key: "minutes.notAmendable" },
  ]);
  expect(await faults(end(w.organiser, later(3)))).toEqual([{ field: null, key: "minutes.notAmendable" }]);
  const finalise = () => finaliseMinutes(w.store, w.organiser, { sessionId: w.sessionId }, later(2));
  expect(await faults(finalise())).toEqual([{ field: null, key: "minutes.undecided" }]);
  await decide(w, w.organiser, id, "refused", "It was said.");
  await finalise();
  expect((await findMinutes(w.store.read, w.delegate, w.sessionId, later(2))).record.state).toBe("final");
});

it("says until when and what is open before minutes are final, to who makes them final", async () => {
  const w = await circulated();
  await propose(w, w.delegate, "They need more.");
  const seen = async (actor: Actor, at: Date) => {
    const reader = { ...viewer(), now: at };
    return minutesView(await findMinutes(w.store.read, actor, w.sessionId, at), reader).closing;
  };
  const waiting = "1 amendment waits for a decision.";
  expect(await seen(w.organiser, later(1))).toEqual({
    window: "Amendments can be proposed until Wednesday 11 November 2026, 09:20, Sarajevo (UTC+1).",
    waiting,
  });
  expect(await seen(w.organiser, later(8))).toEqual({ window: null, waiting });
  expect([await seen(w.consultant, later(1)), await seen(w.delegate, later(1))]).toEqual([null, null]);
});

it("circulates once, and nothing where nothing was written that the audience would read", async () => {
  const w = await heldSession();
  const offered = async () => {
    const { may, isEmptyDraft } = await findMinutes(w.store.read, w.organiser, w.sessionId, during);
    return [may.circulate, isEmptyDraft];
  };
  expect(await offered()).toEqual([false, true]);
  const among = { ...ids(w), itemId: w.internal, from: 0, merge: false, reason: "", body: "Among us.", revision: 0 };
  await writeMinutes(w.store, w.organiser, among, during);
  expect(await offered()).toEqual([false, true]);
  const circulate = (actor: Actor) => circulateMinutes(w.store, actor, { sessionId: w.sessionId, days: 7 }, during);
  expect(await faults(circulate(w.organiser))).toEqual([{ field: null, key: "minutes.nothingWritten" }]);
  await expect(circulate(w.delegate)).rejects.toThrow(Forbidden);
  await writeMinutes(w.store, w.organiser, { ...among, itemId: w.shared, body: "They need." }, during);
  expect(await offered()).toEqual([true, false]);
  await circulate(w.organiser);
  expect(await faults(circulate(w.organiser))).toEqual([{ field: null, key: "minutes.isCirculated" }]);
});

async function circulated(): Promise<HeldSession> {
  const w = await heldSession();
  const { sessionId, store } = w;
  await reportAttendance(store, w.delegate, { sessionId, state: "present" }, during);
  await reportAttendance(store, w.speaker, { sessionId, state: "absent" }, during);
  const text = { ...ids(w), from: 0, merge: false, reason: "" };
  await writeMinutes(store, w.organiser, { ...text, body: "They need.", revision: 0 }, during);
  await writeMinutes(store, w.organiser, { ...text, body: "They need training.", revision: 1 }, during);
  await writeMinutes(store, w.organiser, { ...text, itemId: w.internal, body: "Among us.", revision: 0 }, during);
  await circulateMinutes(store, w.organiser, { sessionId, days: 7 }, during);
  return w;
}

function ids(w: HeldSession) {
  return { sessionId: w.sessionId, itemId: w.shared };
}

function propose(w: HeldSession, actor: Actor, body: string, at = later(1), itemId = w.shared) {
  const said = { note: "", revision: itemId === w.shared ? 2 : 1 };
  return proposeAmendment(w.store, actor, { sessionId: w.sessionId, itemId, body, ...said }, at);
}

function decide(w: HeldSession, actor: Actor, amendmentId: string, decision: "accepted" | "refused", reason = "") {
  return decideAmendment(w.store, actor, { sessionId: w.sessionId, amendmentId, decision, reason }, later(2));
}

async function mailed(w: HeldSession, template: string): Promise<string[]> {
  const rows = await w.store.read
    .selectFrom("outbox")
    .innerJoin("account", "account.id", "outbox.recipient_id")
    .select("account.name")
    .where("template", "=", template)
    .orderBy("account.name")
    .execute();
  return rows.map(({ name }) => name);
}
