import { expect, it } from "vitest";
import { findWait } from "#app/domain/live/find-wait.server.ts";
import type { Move } from "#app/domain/live/moves.ts";
import { runSession } from "#app/domain/live/run-session.server.ts";
import { addAgendaItem } from "#app/domain/sessions/add-agenda-item.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { writeTransaction } from "#db/store.ts";
import { type HeldSession, heldSession } from "#tests/domain/minutes/record-world.ts";
import { item } from "#tests/domain/sessions/agenda-items.ts";
import { schedule } from "#tests/domain/sessions/session-world.ts";

const at = (clock: string) => new Date(`2026-11-04T${clock}:00.000Z`);

/** A session with Bosnia and Herzegovina at nine, and one of Albania at ten with the same consultant. */
async function queue(consultant: (w: HeldSession) => string = (w) => w.people.consultant) {
  const w = await heldSession();
  await addAgendaItem(w.store, w.organiser, { sessionId: w.sessionId, ...item("Closing") });
  const { id } = await schedule(w, {
    beneficiaryId: w.beneficiaries.al,
    time: "10:00",
    consultantIds: [consultant(w)],
  });
  const run = async (sessionId: string, move: Move, clock: string, seen: number) =>
    runSession(w.store, w.organiser, { sessionId, move, itemId: null, seen }, at(clock));
  const waits = async (clock: string) =>
    findWait(w.store.read, await findSessionFacts(w.store.read, w.outsider, id), at(clock));
  return { ...w, waiting: id, run, waits };
}

it("says that the session before runs, is at its last item, is over its time, and not a word more", async () => {
  const w = await queue();
  expect(await w.waits("08:00")).toBeNull();
  await w.run(w.sessionId, "start", "08:00", 0);
  expect(await w.waits("08:10")).toEqual({ isLast: false, overSince: null });
  await w.run(w.sessionId, "next", "08:50", 1);
  expect(await w.waits("08:55")).toEqual({ isLast: true, overSince: null });
  expect(await w.waits("09:05")).toEqual({ isLast: true, overSince: at("09:00").toISOString() });
  await w.run(w.sessionId, "end", "09:06", 2);
  expect(await w.waits("09:07")).toBeNull();
});

it("is over once one's own session has started", async () => {
  const w = await queue();
  await addAgendaItem(w.store, w.organiser, { sessionId: w.waiting, ...item("Welcome") });
  await w.run(w.sessionId, "start", "08:00", 0);
  await w.run(w.waiting, "start", "08:50", 0);
  expect(await w.waits("08:51")).toBeNull();
});

it("says nothing of a consultant who is an observer by now, and leads neither", async () => {
  const w = await queue();
  await w.run(w.sessionId, "start", "08:00", 0);
  expect(await w.waits("08:10")).toEqual({ isLast: false, overSince: null });
  await writeTransaction(w.store, (db) =>
    db
      .updateTable("membership")
      .set({ role: "observer", standing_since: at("08:11").toISOString() })
      .where("account_id", "=", w.people.consultant)
      .execute(),
  );
  expect(await w.waits("08:12")).toBeNull();
});

it("says nothing of a session with other consultants", async () => {
  const other = await queue((w) => w.people.secondConsultant);
  await other.run(other.sessionId, "start", "08:00", 0);
  expect(await other.waits("08:10")).toBeNull();
});
