import { expect, it } from "vitest";
import { Conflict, Forbidden, NotFound } from "#app/domain/errors.ts";
import { cancelSession } from "#app/domain/sessions/cancel-session.server.ts";
import { changeSession } from "#app/domain/sessions/change-session.server.ts";
import { findSession } from "#app/domain/sessions/find-session.server.ts";
import { sessionView } from "#app/views/sessions/session-view.server.ts";
import { attemptOn, writeTransaction } from "#db/store.ts";
import { faults } from "#tests/domain/sessions/faults.ts";
import {
  changeInput,
  type SessionWorld,
  schedule,
  sessionRow,
  sessionWorld,
  told,
  toldFacts,
} from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

const later = new Date("2026-10-02T08:00:00.000Z");

it("moves a session: same people, sequence up, one mail to each", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  await told(w);
  const before = await audience(w, id);
  const done = await change(w, id, { date: "2026-11-05", time: "10:30" });
  expect(done).toEqual({ id, moved: true, notified: 4 });
  expect(await audience(w, id)).toEqual(before);
  expect(await sessionRow(w, id)).toMatchObject({
    starts_at: "2026-11-05T09:30:00.000Z",
    ends_at: "2026-11-05T10:30:00.000Z",
    wall_date: "2026-11-05",
    wall_time: "10:30",
    sequence: 1,
    revision: 2,
  });
  expect(await told(w)).toEqual(["moved consultant", "moved interpreter", "moved participantBa", "moved speakerBa"]);
  expect((await toldFacts(w, "moved"))[0]).toMatchObject({
    startsAt: "2026-11-05T09:30:00.000Z",
    previousStartsAt: "2026-11-04T08:00:00.000Z",
    sequence: 1,
  });
});

it("tells everybody of another link without a new sequence, and nobody of nothing", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  await told(w);
  expect(await change(w, id, { joinLink: "https://meet.test.example/new" })).toEqual({ id, moved: false, notified: 4 });
  expect(await sessionRow(w, id)).toMatchObject({ sequence: 0, revision: 2 });
  expect(await told(w)).toEqual([
    "changed consultant",
    "changed interpreter",
    "changed participantBa",
    "changed speakerBa",
  ]);
  expect(await change(w, id, {})).toEqual({ id, moved: false, notified: 0 });
  expect(await sessionRow(w, id)).toMatchObject({ sequence: 0, revision: 2 });
  expect(await told(w)).toEqual([]);
});

it("invites who joins, cancels for who leaves, leaves the others alone", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  await told(w);
  const { people } = w;
  await change(w, id, { delegateIds: [people.speakerBa], consultantIds: [people.secondConsultant] });
  expect(await told(w)).toEqual(["left consultant", "left participantBa", "scheduled secondConsultant"]);
  expect((await sessionRow(w, id)).sequence).toBe(1);
  expect((await toldFacts(w, "left"))[0]).toMatchObject({ joinLink: null, sequence: 1 });
  const gone = await w.actor(people.participantBa);
  await expect(findSession(w.store.read, gone, id, later)).rejects.toThrow(NotFound);
  const kept = await w.store.read
    .selectFrom("session_person")
    .select(["account_id", "removed_at"])
    .where("session_id", "=", id)
    .where("removed_at", "is not", null)
    .execute();
  expect(kept.map((row) => row.account_id).sort()).toEqual([people.participantBa, people.consultant].sort());

  // Coming back is an invitation again, with a higher sequence than the cancellation had.
  await change(w, id, { delegateIds: [people.speakerBa, people.participantBa] });
  expect(await told(w)).toEqual(["scheduled participantBa"]);
  const back = (await toldFacts(w, "scheduled")).map(({ sequence }) => sequence);
  expect([(await sessionRow(w, id)).sequence, Math.max(...back.map(Number))]).toEqual([2, 2]);
});

it("tells each person one thing when time and people change together", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  await told(w);
  await change(w, id, { time: "11:00", delegateIds: [w.people.speakerBa], interpreterId: null });
  expect(await told(w)).toEqual(["left interpreter", "left participantBa", "moved consultant", "moved speakerBa"]);
  expect((await toldFacts(w, "left"))[0]).toMatchObject({
    startsAt: "2026-11-04T08:00:00.000Z",
    sequence: 1,
  });
});

it("keeps people whose membership ended until they are taken out", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  await writeTransaction(w.store, (db) =>
    db
      .updateTable("membership")
      .set({ ended_at: later.toISOString() })
      .where("account_id", "=", w.people.participantBa)
      .where("group_id", "=", w.groupId)
      .execute(),
  );
  await change(w, id, { time: "10:00" });
  expect((await audience(w, id)).length).toBe(4);
  expect(await faults(change(w, id, { delegateIds: [w.people.participantAl] }))).toEqual([
    { field: "delegateIds", key: "sessions.notAMember" },
  ]);
});

it("refuses a form that is older than what is stored, and shows what is", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  const mine = await changeInput(w, id, { joinLink: "https://meet.test.example/mine" });
  await change(w, id, { time: "10:00", joinLink: "https://meet.test.example/theirs" });
  const error = await changeSession(w.store, w.organiser, mine, later).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Conflict);
  expect((error as Conflict).current).toMatchObject({
    revision: "2",
    time: "10:00",
    joinLink: "https://meet.test.example/theirs",
    consultantIds: [w.people.consultant],
  });
  expect((await sessionRow(w, id)).join_link).toBe("https://meet.test.example/theirs");
});

it("keeps an instant that comes twice while the time is not touched", async () => {
  const w = await sessionWorld(testStore());
  await writeTransaction(w.store, (db) =>
    db.updateTable("round").set({ starts_on: "2026-10-25", ends_on: "2026-10-25" }).execute(),
  );
  const { id } = await schedule(w, { date: "2026-10-25", time: "02:30", choice: "later" });
  expect(await change(w, id, { language: "en" })).toMatchObject({ moved: false });
  expect((await sessionRow(w, id)).starts_at).toBe("2026-10-25T01:30:00.000Z");
  expect(await change(w, id, { choice: "earlier" })).toMatchObject({ moved: true });
  expect((await sessionRow(w, id)).starts_at).toBe("2026-10-25T00:30:00.000Z");
});

it("does not move what is over, and tells nobody then", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  await told(w);
  const after = new Date("2026-11-04T09:00:00.000Z");
  const input = (other: Parameters<typeof changeInput>[2]) => changeInput(w, id, other);
  const move = changeSession(w.store, w.organiser, await input({ date: "2026-11-05" }), after);
  expect(await faults(move)).toEqual([{ field: "date", key: "sessions.isOver" }]);
  const attribution = await input({ attribution: "group" });
  expect(await changeSession(w.store, w.organiser, attribution, after)).toEqual({ id, moved: false, notified: 0 });
  expect(await told(w)).toEqual([]);
  expect((await sessionRow(w, id)).attribution).toBe("group");
});

it("is for organisers of the group", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  const input = await changeInput(w, id, { time: "10:00" });
  const as = async (accountId: string) => changeSession(w.store, await w.actor(accountId), input, later);
  await expect(as(w.people.consultant)).rejects.toThrow(Forbidden);
  await expect(as(w.people.speakerBa)).rejects.toThrow(Forbidden);
  await expect(as(w.people.secondConsultant)).rejects.toThrow(NotFound);
  await expect(as(w.people.otherOrganiser)).rejects.toThrow(NotFound);
  await expect(as(w.people.administrator)).rejects.toThrow(NotFound);
  expect((await sessionRow(w, id)).revision).toBe(1);
});

it("moves once when one attempt is sent twice", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  await told(w);
  const input = await changeInput(w, id, { time: "10:00" });
  const store = attemptOn(w.store, { key: "move-attempt-1", actorId: w.people.organiser, route: "/x", bodyHash: "b" });
  const first = await changeSession(store, w.organiser, input, later);
  expect(await changeSession(store, w.organiser, input, later)).toEqual(first);
  expect(await sessionRow(w, id)).toMatchObject({ sequence: 1, revision: 2 });
  expect((await told(w)).length).toBe(4);
});

it("cancels: sequence up, everybody told without the link, nothing can follow", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  await told(w);
  await cancelSession(w.store, w.organiser, { sessionId: id, reason: "The delegation is travelling." }, later);
  expect(await sessionRow(w, id)).toMatchObject({
    status: "cancelled",
    cancellation_reason: "The delegation is travelling.",
    sequence: 1,
    revision: 2,
  });
  expect(await told(w)).toEqual([
    "cancelled consultant",
    "cancelled interpreter",
    "cancelled participantBa",
    "cancelled speakerBa",
  ]);
  expect((await toldFacts(w, "cancelled"))[0]).toMatchObject({
    method: "CANCEL",
    sequence: 1,
    joinLink: null,
  });
  const again = cancelSession(w.store, w.organiser, { sessionId: id, reason: "again" }, later);
  expect(await faults(again)).toEqual([{ field: null, key: "sessions.isCancelled" }]);
  expect(await faults(change(w, id, { time: "10:00" }))).toEqual([{ field: null, key: "sessions.isCancelled" }]);
  const view = sessionView(await findSession(w.store.read, w.organiser, id, later), viewer());
  expect([view.cancelled, view.joinLink, view.may]).toEqual([
    true,
    null,
    { change: false, cancel: false, editAgenda: false, post: false },
  ]);
});

it("does not cancel what is over, nor with somebody's number as the reason", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  const cancel = (reason: string, at: Date) => cancelSession(w.store, w.organiser, { sessionId: id, reason }, at);
  expect(await faults(cancel("late", new Date("2026-11-04T09:00:00.000Z")))).toEqual([
    { field: null, key: "sessions.isOver" },
  ]);
  expect(await faults(cancel("See 0101990170003.", later))).toEqual([{ field: "reason", key: "guard.blocked" }]);
  await cancel("running late", new Date("2026-11-04T08:59:59.000Z"));
});

async function change(w: SessionWorld, id: string, other: Parameters<typeof changeInput>[2]) {
  return changeSession(w.store, w.organiser, await changeInput(w, id, other), later);
}

function audience(w: SessionWorld, id: string) {
  return w.store.read
    .selectFrom("session_person")
    .select(["account_id", "part", "removed_at"])
    .where("session_id", "=", id)
    .orderBy("account_id")
    .execute();
}
