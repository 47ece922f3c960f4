import { expect, it } from "vitest";
import type { Move } from "#app/domain/live/moves.ts";
import { runSession } from "#app/domain/live/run-session.server.ts";
import { countOwnUnanswered, findOwnUnanswered } from "#app/domain/sessions/answers/unanswered.server.ts";
import { findSession } from "#app/domain/sessions/find-session.server.ts";
import { findUpcomingSessions } from "#app/domain/sessions/find-sessions.server.ts";
import { sessionInList } from "#app/views/sessions/session-in-list.server.ts";
import { heldSession } from "#tests/domain/minutes/record-world.ts";
import { schedule } from "#tests/domain/sessions/session-world.ts";
import { viewer } from "#tests/support/viewer.ts";

const at = (clock: string) => new Date(`2026-11-04T${clock}:00.000Z`);

/** A session from eight to nine, and one on the next day; what the first page and the page of the first say. */
async function day() {
  const w = await heldSession();
  const { id: next } = await schedule(w, { date: "2026-11-05" });
  const run = (move: Move, clock: string, seen: number) =>
    runSession(w.store, w.organiser, { sessionId: w.sessionId, move, itemId: null, seen }, at(clock));
  const said = async (clock: string) => {
    const now = at(clock);
    const listed = await findUpcomingSessions(w.store.read, w.delegate, null, now);
    const own = await findOwnUnanswered(w.store.read, w.delegate, now);
    return {
      listed: listed.map((session) => [session.id === next, sessionInList(session, { ...viewer(), now }).running]),
      unanswered: own.length,
      counted: (await countOwnUnanswered(w.store.read, w.delegate, now)).map(({ n }) => n),
      over: (await findSession(w.store.read, w.delegate, w.sessionId, now)).over,
    };
  };
  return { ...w, run, said };
}

const coming = { unanswered: 2, counted: [2], over: false };
const past = { listed: [[true, false]], unanswered: 1, counted: [1], over: true };

it("says of a session that it is over once somebody ended it, and no more when that is taken back", async () => {
  const w = await day();
  expect(await w.said("07:50")).toEqual({
    listed: [
      [false, false],
      [true, false],
    ],
    ...coming,
  });
  await w.run("start", "07:55", 0);
  const going = {
    listed: [
      [false, true],
      [true, false],
    ],
    ...coming,
  };
  expect(await w.said("07:56")).toEqual(going);
  await w.run("end", "08:20", 1);
  expect(await w.said("08:21")).toEqual(past);
  await w.run("undo", "08:22", 2);
  expect(await w.said("08:23")).toEqual(going);
});

it("says of a session that goes on longer than planned that it goes on, for some hours at most", async () => {
  const w = await day();
  expect(await w.said("09:00")).toEqual(past);
  await w.run("start", "08:10", 0);
  expect(await w.said("09:30")).toEqual({
    ...past,
    listed: [
      [false, true],
      [true, false],
    ],
    over: false,
  });
  expect(await w.said("13:00")).toEqual(past);
});
