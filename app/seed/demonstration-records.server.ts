import type { Actor } from "#app/domain/access/actor.ts";
import { runSession } from "#app/domain/live/run-session.server.ts";
import { agreeAction } from "#app/domain/minutes/agree-action.server.ts";
import type { AttendanceState } from "#app/domain/minutes/attendance-states.ts";
import { circulateMinutes, finaliseMinutes } from "#app/domain/minutes/circulate-minutes.server.ts";
import { attendingPeople } from "#app/domain/minutes/find-attendance.server.ts";
import { markAttendance } from "#app/domain/minutes/mark-attendance.server.ts";
import { noteDecision } from "#app/domain/minutes/note-decision.server.ts";
import { addGuest } from "#app/domain/minutes/note-guest.server.ts";
import { settleAction } from "#app/domain/minutes/settle-action.server.ts";
import { writeMinutes } from "#app/domain/minutes/write-minutes.server.ts";
import { agendaOf } from "#app/domain/sessions/find-agenda.server.ts";
import { findSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { shiftDays } from "#app/domain/time/wall-time.server.ts";
import { type DemoRecord, demoRecords } from "#app/seed/demonstration-files.ts";
import type { DemoPlaces } from "#app/seed/demonstration-rounds.server.ts";
import { sure } from "#app/sure.ts";
import type { Store } from "#db/store.ts";

interface Recording {
  organiser: () => Promise<Actor>;
  accounts: ReadonlyMap<string, string>;
  beneficiaries: ReadonlyMap<string, string>;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Days in which the minutes of the demonstration can be amended. */
const AMENDABLE_DAYS = 7;
/** So long before the demonstration is loaded minutes were circulated that can still be amended. */
const CIRCULATED_DAYS = 2;

/** What remains of some past sessions: who was there, and minutes in each of their states with what was agreed. */
export async function loadRecords(store: Store, places: DemoPlaces, people: Recording, now: Date): Promise<void> {
  for (const record of demoRecords) {
    const organiser = await people.organiser();
    const sessionId = sure(places.sessions.get(record.session));
    const session = await findSessionFacts(store.read, organiser, sessionId);
    const at = new Date(Date.parse(session.endsAt) + HOUR);
    await runThrough(store, organiser, session);
    await markAttendance(store, organiser, { sessionId, marks: await marks(store, session), base: null }, at);
    await addGuest(store, organiser, { sessionId, ...record.guest }, at);
    for (const [kind, body] of Object.entries(record.minutes)) {
      const itemId = sure(places.items.get(`${record.session}:${kind}`));
      const text = { sessionId, itemId, body, from: 0, revision: 0, merge: false, reason: "" };
      await writeMinutes(store, organiser, text, at);
    }
    await agree(store, organiser, { record, sessionId, places, people }, { at, now });
    await close(store, organiser, { state: record.state, sessionId }, { at, now });
  }
}

/** Item after item, each a little longer or shorter than planned, within the time of the session. */
async function runThrough(store: Store, organiser: Actor, session: SessionFacts): Promise<void> {
  const { items } = await agendaOf(store.read, organiser, session);
  const timed = items.filter(({ internal }) => !internal);
  const start = Date.parse(session.startsAt);
  const planned = timed.reduce((sum, { minutes }) => sum + minutes, 0);
  const length = Date.parse(session.endsAt) - start;
  let before = 0;
  for (const [seen, { id, minutes }] of timed.entries()) {
    const at = new Date(start + Math.round((length * before) / planned) + (seen % 3) * MINUTE);
    await runSession(store, organiser, { sessionId: session.id, move: "item", itemId: id, seen }, at);
    before += minutes;
  }
  const end = { sessionId: session.id, move: "end", itemId: null, seen: timed.length } as const;
  await runSession(store, organiser, end, new Date(start + length));
}

/** Everybody was there, but for one who was late and one who was excused. */
async function marks(store: Store, session: Parameters<typeof attendingPeople>[1]) {
  const attending = await attendingPeople(store.read, session);
  const stateAt = (at: number): AttendanceState => (at === 1 ? "late" : at === 3 ? "excused" : "present");
  return Object.fromEntries(attending.map(({ accountId }, at) => [accountId, stateAt(at)]));
}

async function agree(
  store: Store,
  organiser: Actor,
  given: { record: DemoRecord; sessionId: string; places: DemoPlaces; people: Recording },
  { at, now }: { at: Date; now: Date },
): Promise<void> {
  const { record, sessionId, places, people } = given;
  const itemOf = (kind?: string) => (kind ? sure(places.items.get(`${record.session}:${kind}`)) : null);
  for (const { text, kind } of record.decisions) {
    await noteDecision(store, organiser, { sessionId, text, itemId: itemOf(kind) }, at);
  }
  for (const { text, kind, owner, delegation, dueInDays, done } of record.actions) {
    const named = owner
      ? `person:${sure(people.accounts.get(owner))}`
      : `delegation:${sure(people.beneficiaries.get(delegation ?? ""))}`;
    const dueOn = shiftDays(now.toISOString().slice(0, 10), dueInDays);
    const point = { sessionId, text, owner: named, dueOn, itemId: itemOf(kind) };
    const { id } = await agreeAction(store, organiser, point, at);
    if (done) await settleAction(store, organiser, { actionId: id, state: "done", note: done, revision: 1 }, now);
  }
}

async function close(
  store: Store,
  organiser: Actor,
  { state, sessionId }: Pick<DemoRecord, "state"> & { sessionId: string },
  { at, now }: { at: Date; now: Date },
): Promise<void> {
  if (state === "draft") return;
  const circulated = new Date(
    (state === "circulated" ? now : at).getTime() + (state === "final" ? 3 : -CIRCULATED_DAYS) * DAY,
  );
  await circulateMinutes(store, organiser, { sessionId, days: AMENDABLE_DAYS }, circulated);
  if (state === "final") {
    const over = new Date(circulated.getTime() + (AMENDABLE_DAYS + 1) * DAY);
    await finaliseMinutes(store, organiser, { sessionId }, over);
  }
}
