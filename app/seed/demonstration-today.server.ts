import { runSession } from "#app/domain/live/run-session.server.ts";
import { attendingPeople } from "#app/domain/minutes/find-attendance.server.ts";
import { markAttendance } from "#app/domain/minutes/mark-attendance.server.ts";
import { writeMinutes } from "#app/domain/minutes/write-minutes.server.ts";
import { agendaOf } from "#app/domain/sessions/find-agenda.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { toWall } from "#app/domain/time/wall-time.server.ts";
import { answerSessions } from "#app/seed/demonstration-answers.server.ts";
import { type DemoRound, demoToday } from "#app/seed/demonstration-files.ts";
import type { DemoPeople } from "#app/seed/demonstration-people.server.ts";
import { loadRounds } from "#app/seed/demonstration-rounds.server.ts";
import { sure } from "#app/sure.ts";
import type { Store } from "#db/store.ts";

const MINUTE = 60_000;
/** Sessions begin at such minutes of an hour. */
const STEP = 5 * MINUTE;
/** Who was there is noted so long after the beginning. */
const NOTED = 3 * MINUTE;

/**
 * A session that goes on when the demonstration is loaded, so that its live page can be tried: it was begun a while
 * ago, who is there is noted, and half of its minutes are written.
 * @returns the id of the session
 */
export async function loadToday(store: Store, people: DemoPeople, now: Date): Promise<string> {
  const { round, minutes, writing, startedMinutesAgo } = demoToday;
  const start = new Date(Math.floor((now.getTime() - startedMinutesAgo * MINUTE) / STEP) * STEP);
  const { date, time } = toWall(start.toISOString(), round.zone);
  const sessions = round.sessions.map((session) => ({ ...session, time }));
  const today: DemoRound = { ...round, startsOn: date, endsOn: date, sessions };
  const organiser = () => people.actor(people.organiser);
  const places = await loadRounds(store, { ...people, organiser }, start, [today]);
  await answerSessions(store, [today], { sessions: places.sessions, ...people }, start);
  const [sessionId] = [...places.sessions.values()];
  const actor = await organiser();
  const session = await findSessionFacts(store.read, actor, sure(sessionId));
  const spoken = [...Object.entries(minutes), [writing.kind, writing.text] as const];
  const { items } = await agendaOf(store.read, actor, session);
  const timed = items.filter(({ internal }) => !internal);
  let at = start.getTime();
  for (const [seen, [kind, body]] of spoken.entries()) {
    const item = sure(timed.find((one) => one.kind.code === kind));
    await runSession(store, actor, { sessionId: session.id, move: "item", itemId: item.id, seen }, new Date(at));
    const text = { sessionId: session.id, itemId: item.id, body, from: 0, revision: 0, merge: false, reason: "" };
    await writeMinutes(store, actor, text, new Date(at + 2 * MINUTE));
    at += item.minutes * MINUTE;
  }
  const marks = (await attendingPeople(store.read, session)).map(({ accountId }) => [accountId, "present"] as const);
  const present = { sessionId: session.id, marks: Object.fromEntries(marks), base: null };
  await markAttendance(store, actor, present, new Date(start.getTime() + NOTED));
  return session.id;
}
