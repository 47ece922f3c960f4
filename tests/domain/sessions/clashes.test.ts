import { expect, it } from "vitest";
import { Refused } from "#app/domain/errors.ts";
import type { Move } from "#app/domain/live/moves.ts";
import { runSession } from "#app/domain/live/run-session.server.ts";
import { findElsewhere } from "#app/domain/planning/find-elsewhere.server.ts";
import { planRound } from "#app/domain/rounds/plan-round.server.ts";
import type { RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { cancelSession } from "#app/domain/sessions/cancel-session.server.ts";
import { changeSession } from "#app/domain/sessions/change-session.server.ts";
import { scheduleSession } from "#app/domain/sessions/schedule-session.server.ts";
import { explainClashes } from "#app/views/sessions/explain-clashes.server.ts";
import { heldSession } from "#tests/domain/minutes/record-world.ts";
import { faults } from "#tests/domain/sessions/faults.ts";
import {
  changeInput,
  member,
  now,
  type SessionWorld,
  schedule,
  sessionInput,
  sessionWorld,
} from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

it("warns of a consultant in two places of the group, and says which", async () => {
  const w = await sessionWorld(testStore());
  await schedule(w, { interpreterId: null });
  const second = { beneficiaryId: w.beneficiaries.al, interpreterId: null, time: "09:30" };
  expect(await warning(w, second)).toEqual({
    confirmConflicts: { key: "sessions.clashesConfirm", params: { count: 1 } },
    "clash-0": {
      key: "sessions.clashSeen",
      params: {
        person: "consultant",
        time: "4 Nov 2026, 09:00–10:00, Sarajevo (UTC+1)",
        title: "Bilateral session with the delegation of Bosnia and Herzegovina",
        group: "release",
      },
    },
  });
  await schedule(w, { ...second, confirmConflicts: true });
});

it("tells of a session that the organiser does not see only who and when", async () => {
  const w = await sessionWorld(testStore());
  await otherGroupSession(w);
  expect(await warning(w, {})).toEqual({
    confirmConflicts: { key: "sessions.clashesConfirm", params: { count: 1 } },
    "clash-0": {
      key: "sessions.clash",
      params: { person: "interpreter", time: "4 Nov 2026, 09:00–10:00, Sarajevo (UTC+1)" },
    },
  });
});

it("tells the time on the clock of the round, whatever the organiser's own is", async () => {
  const w = await sessionWorld(testStore());
  await otherGroupSession(w);
  expect((await warning(w, {}, viewer("America/New_York")))["clash-0"]).toEqual({
    key: "sessions.clash",
    params: { person: "interpreter", time: "4 Nov 2026, 09:00–10:00, Sarajevo (UTC+1)" },
  });
});

it("warns of a session until it ended, not until it was planned to", async () => {
  const w = await heldSession();
  const at = (clock: string) => new Date(`2026-11-04T${clock}:00.000Z`);
  const run = (move: Move, clock: string, seen: number) =>
    runSession(w.store, w.organiser, { sessionId: w.sessionId, move, itemId: null, seen }, at(clock));
  const other = { beneficiaryId: w.beneficiaries.al, interpreterId: null };
  const beside = { beneficiaryId: w.beneficiaries.xk, consultantIds: [w.people.secondConsultant], interpreterId: null };
  const { id } = await schedule(w, { ...beside, time: "09:10" });
  const joins = await changeInput(w, id, { interpreterId: w.interpreter });
  const join = (clock: string) => explainClashes(viewer(), () => changeSession(w.store, w.organiser, joins, at(clock)));
  const soon = (clock: string) => faults(schedule(w, { ...other, time: "09:30" }, at(clock)));
  const elsewhere = { id: "", startsOn: "2026-11-04", endsOn: "2026-11-04" } as RoundFacts;
  const busy = async () => (await findElsewhere(w.store.read, elsewhere, [w.interpreter])).get(w.interpreter);
  const clash = [
    { field: "confirmConflicts", key: "sessions.clashesConfirm" },
    { field: "clash-0", key: "sessions.clash" },
  ];

  await run("start", "08:00", 0);
  expect(await soon("08:05")).toEqual(clash);
  await run("end", "08:20", 1);
  await expect(join("08:22")).rejects.toMatchObject({
    faults: [
      { field: "confirmConflicts" },
      { message: { params: { time: "4 Nov 2026, 09:00–09:20, Sarajevo (UTC+1)" } } },
    ],
  });
  expect(await busy()).toEqual([{ startsAt: at("08:00").toISOString(), endsAt: at("08:20").toISOString() }]);
  await run("undo", "08:23", 2);
  expect(await soon("08:24")).toEqual(clash);
  expect(await busy()).toEqual([{ startsAt: at("08:00").toISOString(), endsAt: at("09:00").toISOString() }]);
  await run("end", "08:25", 3);
  await schedule(w, { ...other, time: "09:30" }, at("08:26"));
});

it("does not warn of sessions that only touch, were cancelled, or that the person left", async () => {
  const w = await sessionWorld(testStore());
  await schedule(w);
  const other = { beneficiaryId: w.beneficiaries.al };
  await schedule(w, { ...other, time: "10:00" });
  expect(await faults(schedule(w, { ...other, time: "09:59" }))).not.toEqual([]);

  const cancelled = await schedule(w, { ...other, date: "2026-11-05" });
  await cancelSession(w.store, w.organiser, { sessionId: cancelled.id, reason: "no longer needed" }, now);
  await schedule(w, { date: "2026-11-05" });

  const left = await schedule(w, { ...other, date: "2026-11-06" });
  const without = { interpreterId: null, consultantIds: [w.people.secondConsultant] };
  await changeSession(w.store, w.organiser, await changeInput(w, left.id, without), now);
  await schedule(w, { date: "2026-11-06" });
});

it("warns when a move or somebody who joins would be in two places, not of the session itself", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w, { interpreterId: null });
  await schedule(w, {
    beneficiaryId: w.beneficiaries.al,
    consultantIds: [w.people.secondConsultant],
    time: "09:30",
  });
  const attempt = async (other: Parameters<typeof changeInput>[2]) =>
    changeSession(w.store, w.organiser, await changeInput(w, id, other), now);
  expect(await faults(attempt({ interpreterId: w.interpreter }))).toEqual([
    { field: "confirmConflicts", key: "sessions.clashesConfirm" },
    { field: "clash-0", key: "sessions.clash" },
  ]);
  expect((await attempt({ minutes: 90 })).moved).toBe(true);
  expect((await attempt({ interpreterId: w.interpreter, confirmConflicts: true })).moved).toBe(false);
});

/** The interpreter is booked by the other group at the same time. */
async function otherGroupSession(w: SessionWorld): Promise<void> {
  await member(w.store, w.people.secondConsultant, w.otherGroupId, "consultant");
  const actor = await w.actor(w.people.otherOrganiser);
  const round = {
    groupId: w.otherGroupId,
    titles: { en: "Secret round" },
    venue: null,
    format: "hybrid" as const,
    city: "sarajevo",
    zone: "Europe/Sarajevo",
    startsOn: "2026-11-04",
    endsOn: "2026-11-04",
  };
  const { id } = await planRound(w.store, actor, round, now);
  const input = sessionInput(w, { roundId: id, consultantIds: [w.people.otherConsultant] });
  await scheduleSession(w.store, actor, input, now);
}

async function warning(w: SessionWorld, other: Parameters<typeof schedule>[1], reader = viewer()) {
  const error = await explainClashes(reader, () => schedule(w, other)).catch((reason: unknown) => reason);
  if (!(error instanceof Refused)) throw error;
  return Object.fromEntries(error.faults.map(({ field, message }) => [field, message]));
}
