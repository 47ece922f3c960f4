import { expect, it } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import { Conflict, Forbidden, NotFound } from "#app/domain/errors.ts";
import { baseOf } from "#app/domain/forms/merge-forms.ts";
import { marksOf } from "#app/domain/minutes/attendance-states.ts";
import { findAttendance } from "#app/domain/minutes/find-attendance.server.ts";
import { markAttendance } from "#app/domain/minutes/mark-attendance.server.ts";
import { addGuest, removeGuest } from "#app/domain/minutes/note-guest.server.ts";
import { reportAttendance } from "#app/domain/minutes/report-attendance.server.ts";
import { writeTransaction } from "#db/store.ts";
import { during, type HeldSession, heldSession } from "#tests/domain/minutes/record-world.ts";
import { faults } from "#tests/domain/sessions/faults.ts";
import { now } from "#tests/domain/sessions/session-world.ts";
import { aMinutes } from "#tests/support/factories/minutes.ts";

it("keeps apart what somebody says and what those say who lead, and these have the last word", async () => {
  const w = await heldSession();
  const { sessionId, store } = w;
  await reportAttendance(store, w.delegate, { sessionId, state: "present" }, during);
  await reportAttendance(store, w.speaker, { sessionId, state: "late" }, during);
  const marks = { [w.people.participantBa]: "absent" as const, [w.people.participantAl]: "present" as const };
  await markAttendance(store, w.consultant, { sessionId, marks, base: null }, during);
  const at = during.toISOString();
  expect(await statesOf(w)).toEqual({
    consultant: [null, null, null],
    interpreter: [null, null, null],
    organiser: [null, null, null],
    // Not of this session: passed over.
    participantBa: ["absent", { state: "present", by: "participantBa", at }, { state: "absent", by: "consultant", at }],
    speakerBa: ["late", { state: "late", by: "speakerBa", at }, null],
  });
  await markAttendance(
    store,
    w.organiser,
    { sessionId, marks: { [w.people.participantBa]: null }, base: null },
    during,
  );
  expect((await statesOf(w)).participantBa).toEqual(["present", { state: "present", by: "participantBa", at }, null]);
  const events = await store.read
    .selectFrom("audit_event")
    .select(["event", "details"])
    .where("event", "like", "attendance.%")
    .orderBy("seq")
    .execute();
  expect(events.map(({ event, details }) => [event, JSON.parse(details)])).toEqual([
    ["attendance.reported", { state: "present" }],
    ["attendance.reported", { state: "late" }],
    ["attendance.marked", { account: w.people.participantBa, state: "absent" }],
    ["attendance.marked", { account: w.people.participantBa, state: null }],
  ]);
});

it("lets those mark who lead, those report who were invited, and nobody else know of it", async () => {
  const w = await heldSession();
  const { sessionId, store } = w;
  const mark = (actor: Actor) => markAttendance(store, actor, { sessionId, marks: {}, base: null }, during);
  const report = (actor: Actor) => reportAttendance(store, actor, { sessionId, state: "present" }, during);
  await expect(mark(w.delegate)).rejects.toThrow(Forbidden);
  await expect(mark(w.outsider)).rejects.toThrow(NotFound);
  await expect(report(w.outsider)).rejects.toThrow(NotFound);
  await expect(mark(await w.actor(w.people.secondConsultant))).rejects.toThrow(NotFound);
  await expect(mark(await w.actor(w.people.administrator))).rejects.toThrow(NotFound);
  await expect(findAttendance(store.read, w.outsider, sessionId, during)).rejects.toThrow(NotFound);
});

it("refuses before the session begins and once the record is closed", async () => {
  const w = await heldSession();
  const { sessionId, store } = w;
  const early = reportAttendance(store, w.delegate, { sessionId, state: "present" }, now);
  expect(await faults(early)).toEqual([{ field: null, key: "attendance.tooEarly" }]);
  await makeFinal(w);
  for (const attempt of [
    reportAttendance(store, w.delegate, { sessionId, state: "present" }, during),
    markAttendance(store, w.organiser, { sessionId, marks: {}, base: null }, during),
    addGuest(store, w.organiser, { sessionId, capacity: "Trainee", institution: "Prison" }, during),
  ]) {
    expect(await faults(attempt)).toEqual([{ field: null, key: "minutes.isFinal" }]);
  }
  const { may } = await findAttendance(store.read, w.organiser, sessionId, during);
  expect(may).toEqual({ mark: false, report: false });
});

it("tells of marks that somebody else made meanwhile", async () => {
  const w = await heldSession();
  const { sessionId, store } = w;
  const base = baseOf(marksOf((await findAttendance(store.read, w.organiser, sessionId, during)).people));
  const marks = { [w.people.speakerBa]: "present" as const };
  await markAttendance(store, w.organiser, { sessionId, marks, base }, during);
  const stale = markAttendance(store, w.consultant, { sessionId, marks: {}, base }, during);
  await expect(stale).rejects.toThrow(Conflict);
});

it("notes guests by function and institution, and no identity number", async () => {
  const w = await heldSession();
  const { sessionId, store } = w;
  const guest = { sessionId, capacity: "Head of unit", institution: "Prison of the north" };
  const { id } = await addGuest(store, w.consultant, guest, during);
  const guests = async () => (await findAttendance(store.read, w.delegate, sessionId, during)).guests;
  expect(await guests()).toEqual([{ id, capacity: "Head of unit", institution: "Prison of the north" }]);
  const named = addGuest(store, w.consultant, { ...guest, capacity: "0101990170003" }, during);
  expect(await faults(named)).toEqual([{ field: "capacity", key: "guard.blocked" }]);
  await expect(addGuest(store, w.delegate, guest, during)).rejects.toThrow(Forbidden);
  await expect(removeGuest(store, w.organiser, { sessionId, guestId: "none" }, during)).rejects.toThrow(NotFound);
  await removeGuest(store, w.organiser, { sessionId, guestId: id }, during);
  expect(await guests()).toEqual([]);
});

it("still names who has left the group since, and shows them nothing", async () => {
  const w = await heldSession();
  const { sessionId, store } = w;
  await reportAttendance(store, w.delegate, { sessionId, state: "present" }, during);
  const ended = { ended_at: during.toISOString() };
  await writeTransaction(store, (db) =>
    db.updateTable("membership").set(ended).where("account_id", "=", w.people.participantBa).execute(),
  );
  expect(Object.keys(await statesOf(w))).toContain("participantBa");
  const gone = await w.actor(w.people.participantBa);
  await expect(findAttendance(store.read, gone, sessionId, during)).rejects.toThrow(NotFound);
});

async function statesOf(w: HeldSession) {
  const { people } = await findAttendance(w.store.read, w.organiser, w.sessionId, during);
  return Object.fromEntries(people.map(({ name, state, own, lead }) => [name, [state, own, lead]]));
}

async function makeFinal(w: HeldSession): Promise<void> {
  const at = during.toISOString();
  await writeTransaction(w.store, (db) => aMinutes(db, { session_id: w.sessionId, at, by: w.people.organiser }));
}
