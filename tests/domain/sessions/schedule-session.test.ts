import { expect, it } from "vitest";
import { Forbidden, NotFound } from "#app/domain/errors.ts";
import { findSession } from "#app/domain/sessions/find-session.server.ts";
import { findSessionsOfRound, findUpcomingSessions } from "#app/domain/sessions/find-sessions.server.ts";
import { scheduleSession } from "#app/domain/sessions/schedule-session.server.ts";
import { sessionView } from "#app/views/sessions/session-view.server.ts";
import { attemptOn, writeTransaction } from "#db/store.ts";
import { faults } from "#tests/domain/sessions/faults.ts";
import {
  now,
  schedule,
  sessionInput,
  sessionRow,
  sessionWorld,
  told,
  toldFacts,
} from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

it("stores the instants, the zone and the wall time that was typed", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  const row = await sessionRow(w, id);
  expect(row).toMatchObject({
    starts_at: "2026-11-04T08:00:00.000Z",
    ends_at: "2026-11-04T09:00:00.000Z",
    zone: "Europe/Sarajevo",
    wall_date: "2026-11-04",
    wall_time: "09:00",
    sequence: 0,
    revision: 1,
    status: "scheduled",
  });
});

it("invites the whole delegation, its consultant and interpreter, and tells each but the organiser", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  const people = await w.store.read
    .selectFrom("session_person")
    .innerJoin("account", "account.id", "account_id")
    .select(["account.name", "part"])
    .where("session_id", "=", id)
    .orderBy("account.name")
    .execute();
  expect(people).toEqual([
    { name: "consultant", part: "consultant" },
    { name: "interpreter", part: "interpreter" },
    { name: "participantBa", part: "delegate" },
    { name: "speakerBa", part: "delegate" },
  ]);
  expect(await told(w)).toEqual([
    "scheduled consultant",
    "scheduled interpreter",
    "scheduled participantBa",
    "scheduled speakerBa",
  ]);
  expect((await toldFacts(w, "scheduled"))[0]).toEqual({
    sessionId: id,
    what: "scheduled",
    previousStartsAt: null,
    method: "REQUEST",
    sequence: 0,
    stamp: now.toISOString(),
    startsAt: "2026-11-04T08:00:00.000Z",
    endsAt: "2026-11-04T09:00:00.000Z",
    language: "bs",
    joinLink: "https://meet.test.example/ba",
    attribution: "beneficiary",
  });
});

it("is seen by those concerned and the organisers, and by nobody else in any way", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  const { people } = w;
  const seen: Record<string, unknown> = {};
  for (const [name, accountId] of Object.entries({ ...people, interpreter: w.interpreter, nobody: null })) {
    const actor = await w.actor(accountId);
    const page = await findSession(w.store.read, actor, id, now).then(
      () => true,
      (error: unknown) => !(error instanceof NotFound),
    );
    const lists = [
      ...(await findSessionsOfRound(w.store.read, actor, w.roundId)),
      ...(await findUpcomingSessions(w.store.read, actor, null, now)),
    ].length;
    seen[name] = [page, lists];
  }
  const yes = [true, 2];
  const no = [false, 0];
  expect(seen).toEqual({
    organiser: yes,
    consultant: yes,
    participantBa: yes,
    speakerBa: yes,
    interpreter: yes,
    administrator: no,
    secondConsultant: no,
    observer: no,
    participantAl: no,
    speakerAl: no,
    otherOrganiser: no,
    otherConsultant: no,
    otherParticipantBa: no,
    nobody: no,
  });
});

it("invites everybody to a plenary, each with one part", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w, { beneficiaryId: null });
  const view = sessionView(await findSession(w.store.read, w.organiser, id, now), viewer());
  expect(view.title).toBe("Plenary session");
  expect(view.people.map(({ name, part }) => `${part} ${name}`)).toEqual([
    "organiser organiser",
    "consultant consultant",
    "interpreter interpreter",
    "delegate observer",
    "delegate participantAl",
    "delegate participantBa",
    "delegate secondConsultant",
    "delegate speakerAl",
    "delegate speakerBa",
  ]);
});

it("refuses who may not, and what is not there", async () => {
  const w = await sessionWorld(testStore());
  const as = async (id: string, other = {}) => scheduleSession(w.store, await w.actor(id), sessionInput(w, other), now);
  await expect(as(w.people.consultant)).rejects.toThrow(Forbidden);
  await expect(as(w.people.participantBa)).rejects.toThrow(Forbidden);
  await expect(as(w.people.otherOrganiser)).rejects.toThrow(NotFound);
  await expect(as(w.people.administrator)).rejects.toThrow(NotFound);
  await expect(as(w.people.organiser, { roundId: "none" })).rejects.toThrow(NotFound);
  expect(await w.store.read.selectFrom("session").selectAll().execute()).toEqual([]);
});

it.each([
  [{ date: "2026-11-03" }, "date", "sessions.outsideRound"],
  [{ date: "2026-11-07" }, "date", "sessions.outsideRound"],
  [{ date: "2026-11-31" }, "date", "common.badDate"],
  [{ time: "24:00" }, "time", "common.badTime"],
  [{ joinLink: "javascript:alert(1)" }, "joinLink", "sessions.badJoinLink"],
  [{ joinLink: "meet.test.example/ba" }, "joinLink", "sessions.badJoinLink"],
  [{ consultantIds: [] }, "consultantIds", "sessions.chooseConsultant"],
  [{ delegateIds: [] }, "delegateIds", "sessions.chooseDelegate"],
  [{ templateId: "none" }, "templateId", "common.chooseOne"],
  [{ beneficiaryId: "none" }, "beneficiaryId", "common.chooseOne"],
])("refuses %j", async (other, field, key) => {
  const w = await sessionWorld(testStore());
  expect(await faults(schedule(w, other))).toEqual([{ field, key }]);
  expect(await told(w)).toEqual([]);
});

it("refuses people who cannot have the part", async () => {
  const w = await sessionWorld(testStore());
  const { people } = w;
  const refused = (other: Parameters<typeof schedule>[1]) => faults(schedule(w, other));
  expect(await refused({ delegateIds: [people.participantAl] })).toEqual([
    { field: "delegateIds", key: "sessions.notAMember" },
  ]);
  expect(await refused({ delegateIds: [people.otherParticipantBa] })).toEqual([
    { field: "delegateIds", key: "sessions.notAMember" },
  ]);
  expect(await refused({ consultantIds: [people.otherConsultant] })).toEqual([
    { field: "consultantIds", key: "sessions.notAMember" },
  ]);
  expect(await refused({ interpreterId: people.participantAl })).toEqual([
    { field: "interpreterId", key: "sessions.notAMember" },
  ]);
  expect(await refused({ interpreterId: people.consultant })).toEqual([
    { field: "interpreterId", key: "sessions.twoParts" },
  ]);
});

it("refuses the past, to the minute", async () => {
  const w = await sessionWorld(testStore());
  const starts = new Date("2026-11-04T08:00:00.000Z");
  expect(await faults(schedule(w, {}, starts))).toEqual([{ field: "date", key: "sessions.inThePast" }]);
  await schedule(w, {}, new Date(starts.getTime() - 60_000));
});

it("lets a session end after midnight of the last day", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w, { date: "2026-11-06", time: "23:30", minutes: 120 });
  expect((await sessionRow(w, id)).ends_at).toBe("2026-11-07T00:30:00.000Z");
});

it("refuses times that the clocks skip and asks about those that come twice", async () => {
  const w = await sessionWorld(testStore());
  const round = (startsOn: string) =>
    writeTransaction(w.store, (db) =>
      db.updateTable("round").set({ starts_on: startsOn, ends_on: startsOn, zone: "Europe/Belgrade" }).execute(),
    );
  await round("2027-03-28");
  expect(await faults(schedule(w, { date: "2027-03-28", time: "02:30" }))).toEqual([
    { field: "time", key: "sessions.timeSkipped" },
  ]);
  await round("2026-10-25");
  const twice = { date: "2026-10-25", time: "02:30" };
  expect(await faults(schedule(w, twice))).toEqual([{ field: "choice", key: "sessions.timeTwice" }]);
  const earlier = await schedule(w, { ...twice, choice: "earlier" });
  const later = await schedule(w, { ...twice, choice: "later", confirmConflicts: true });
  expect([(await sessionRow(w, earlier.id)).starts_at, (await sessionRow(w, later.id)).starts_at]).toEqual([
    "2026-10-25T00:30:00.000Z",
    "2026-10-25T01:30:00.000Z",
  ]);
});

it("makes one session of one attempt sent twice", async () => {
  const w = await sessionWorld(testStore());
  const attempt = { key: "attempt-1", actorId: w.people.organiser, route: "/rounds", bodyHash: "a" };
  const first = await scheduleSession(attemptOn(w.store, attempt), w.organiser, sessionInput(w), now);
  const again = await scheduleSession(attemptOn(w.store, attempt), w.organiser, sessionInput(w), now);
  expect(again).toEqual(first);
  expect((await w.store.read.selectFrom("session").select("id").execute()).length).toBe(1);
  expect((await told(w)).length).toBe(4);
});
