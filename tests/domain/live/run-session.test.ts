import { expect, it } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import { Forbidden, NotFound } from "#app/domain/errors.ts";
import { findCourse } from "#app/domain/live/find-course.server.ts";
import { findLive } from "#app/domain/live/find-live.server.ts";
import type { Move } from "#app/domain/live/moves.ts";
import { runSession } from "#app/domain/live/run-session.server.ts";
import { addAgendaItem } from "#app/domain/sessions/add-agenda-item.server.ts";
import { cancelSession } from "#app/domain/sessions/cancel-session.server.ts";
import { editAgendaItem } from "#app/domain/sessions/edit-agenda-item.server.ts";
import { removeAgendaItem } from "#app/domain/sessions/remove-agenda-item.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { type HeldSession, heldSession } from "#tests/domain/minutes/record-world.ts";
import { item } from "#tests/domain/sessions/agenda-items.ts";
import { faults } from "#tests/domain/sessions/faults.ts";
import { aMinutes } from "#tests/support/factories/minutes.ts";
import { writing } from "#tests/support/store.ts";

const at = (clock: string) => new Date(`2026-11-04T${clock}:00.000Z`);

async function liveWorld() {
  const w = await heldSession();
  const { id: second } = await addAgendaItem(w.store, w.organiser, { sessionId: w.sessionId, ...item("Practices") });
  const run = (move: Move, clock: string, more: { actor?: Actor; itemId?: string; seen?: number } = {}) =>
    course(w, clock).then(({ version }) =>
      runSession(
        w.store,
        more.actor ?? w.organiser,
        { sessionId: w.sessionId, move, itemId: more.itemId ?? null, seen: more.seen ?? version },
        at(clock),
      ),
    );
  return { ...w, second, run };
}

async function course(w: HeldSession, clock: string) {
  return findCourse(w.store.read, await findSessionFacts(w.store.read, w.organiser, w.sessionId), at(clock));
}

it("starts, goes on, comes back, pauses and ends, and takes a step back as if it had never been", async () => {
  const w = await liveWorld();
  await w.run("start", "07:50");
  await w.run("next", "08:00", { actor: w.consultant });
  await w.run("item", "08:10", { itemId: w.shared });
  await w.run("pause", "08:15");
  await w.run("resume", "08:20");
  await w.run("end", "08:25");
  const used = { [w.shared]: 20 * 60_000, [w.second]: 10 * 60_000 };
  expect(await course(w, "08:30")).toMatchObject({ phase: "ended", itemId: w.shared, used, version: 6 });
  await w.run("undo", "08:31");
  expect(await course(w, "08:31")).toMatchObject({ phase: "running", since: at("08:20").toISOString(), version: 7 });
  // Nothing is lost of the log.
  expect((await w.store.read.selectFrom("live_step").select("number").execute()).length).toBe(6);
  const events = await w.store.read
    .selectFrom("audit_event")
    .select("event")
    .where("event", "like", "live.%")
    .orderBy("seq")
    .execute();
  expect(events.map(({ event }) => event)).toEqual([...Array(6).fill("live.stepped"), "live.undone"]);
});

it("goes on by one item when two press at once, and does nothing that means nothing", async () => {
  const w = await liveWorld();
  await w.run("start", "08:00");
  const both = [w.organiser, w.consultant].map((actor) => w.run("next", "08:05", { actor, seen: 1 }));
  expect((await Promise.all(both)).map(({ moved }) => moved).sort()).toEqual([false, true]);
  const idle = [w.run("next", "08:06"), w.run("start", "08:06"), w.run("resume", "08:06")];
  expect((await Promise.all(idle)).map(({ moved }) => moved)).toEqual([false, false, false]);
  expect((await w.run("item", "08:06", { itemId: w.second })).moved).toBe(false);
  expect((await course(w, "08:06")).version).toBe(2);
});

it("lets those run it who lead it, and nobody else know of it", async () => {
  const w = await liveWorld();
  await expect(w.run("start", "08:00", { actor: w.delegate })).rejects.toThrow(Forbidden);
  for (const id of [w.people.participantAl, w.people.secondConsultant, w.people.administrator, w.people.observer]) {
    const actor = await w.actor(id);
    await expect(w.run("start", "08:00", { actor })).rejects.toThrow(NotFound);
    await expect(findLive(w.store.read, actor, w.sessionId, at("08:00"))).rejects.toThrow(NotFound);
  }
});

it("refuses too early, too late, items that take no time, and a record that is closed", async () => {
  const w = await liveWorld();
  const key = (name: string) => [{ field: null, key: name }];
  expect(await faults(w.run("start", "07:44"))).toEqual(key("live.tooEarly"));
  expect(await faults(w.run("start", "13:01"))).toEqual(key("live.tooLate"));
  expect(await faults(w.run("item", "08:00", { itemId: w.internal }))).toEqual(key("live.notOnAgenda"));
  const closed = { session_id: w.sessionId, by: w.people.organiser, at: at("09:30").toISOString() };
  await aMinutes(writing(w.store), closed);
  expect(await faults(w.run("start", "10:00"))).toEqual(key("minutes.isFinal"));
});

it("stops with a session that is cancelled", async () => {
  const w = await liveWorld();
  await cancelSession(w.store, w.organiser, { sessionId: w.sessionId, reason: "Illness" }, at("07:00"));
  expect(await faults(w.run("start", "08:00"))).toEqual([{ field: null, key: "sessions.isCancelled" }]);
});

it("keeps an item on the agenda that was begun, and tells nobody of an item that became internal", async () => {
  const w = await liveWorld();
  await w.run("start", "08:00");
  const removal = removeAgendaItem(w.store, w.organiser, { sessionId: w.sessionId, itemId: w.shared });
  expect(await faults(removal)).toEqual([{ field: null, key: "agenda.hasCaptures" }]);
  const hiding = { ...item("Needs"), visibility: "internal" as const, revision: 1 };
  await editAgendaItem(w.store, w.organiser, { sessionId: w.sessionId, itemId: w.shared, ...hiding }, at("08:05"));
  const seen = await findLive(w.store.read, w.delegate, w.sessionId, at("08:10"));
  expect(seen.items.map(({ id }) => id)).toEqual([w.second]);
  expect(JSON.stringify(seen.course)).not.toContain(w.shared);
});

it("shows drafts of minutes to those alone who write them", async () => {
  const w = await liveWorld();
  const bodies = async (actor: Actor) =>
    (await findLive(w.store.read, actor, w.sessionId, at("08:10"))).items.map(({ body }) => body);
  expect([await bodies(w.delegate), await bodies(w.consultant)]).toEqual([
    [null, null],
    ["", "", ""],
  ]);
});
