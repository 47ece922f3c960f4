import { expect, it } from "vitest";
import { answerAvailability } from "#app/domain/planning/answer-availability.server.ts";
import { findClashes, findOpenClashes } from "#app/domain/planning/clashes.server.ts";
import { keepTime } from "#app/domain/planning/keep-time.server.ts";
import { changeSession } from "#app/domain/sessions/change-session.server.ts";
import { type PlanWorld, planWorld } from "#tests/domain/planning/plan-world.ts";
import { changeInput, now, schedule } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const open = (w: PlanWorld, actor = w.organiser) => findOpenClashes(w.store.read, actor, {}, now);
const named = async (w: PlanWorld) =>
  (await open(w)).map(({ session, people }) => [session.beneficiary?.names.en, people.map(({ name }) => name)]);
const busy = (w: PlanWorld, slots: string[], at = now) =>
  answerAvailability(w.store, w.participant, { roundId: w.roundId, busy: slots, mark: null }, at);

/** A session with a delegate who may say that they cannot from 09:00 to 10:00, and another at another time. */
async function clashingWorld() {
  const w = await planWorld(testStore());
  const { id } = await schedule(w);
  await schedule(w, { beneficiaryId: w.beneficiaries.al, time: "14:00" });
  return { ...w, sessionId: id };
}

it("marks exactly the sessions at whose time somebody invited cannot, for those who plan them", async () => {
  const w = await clashingWorld();
  expect(await named(w)).toEqual([]);
  await busy(w, ["2026-11-04T10:00"]);
  expect(await named(w)).toEqual([]);
  await busy(w, ["2026-11-04T09:30"]);
  expect(await named(w)).toEqual([["Bosnia and Herzegovina", ["participantBa"]]]);
  for (const who of ["consultant", "participantBa", "otherOrganiser", "administrator"] as const) {
    expect([who, await open(w, await w.actor(w.people[who]))]).toEqual([who, []]);
  }
  await busy(w, []);
  expect(await named(w)).toEqual([]);
});

it("marks it no more once it is kept, until the person says something else or the session moves", async () => {
  const w = await clashingWorld();
  await busy(w, ["2026-11-04T09:30"], later(-10));
  const keep = (people: string[], at = now) => keepTime(w.store, w.organiser, { sessionId: w.sessionId, people }, at);
  await expect(keep([])).rejects.toThrow("availability.othersCannot");
  const asked = keepTime(w.store, w.participant, { sessionId: w.sessionId, people: [] }, now);
  await expect(asked).rejects.toThrow("Not allowed: round.plan");
  await keep([w.people.participantBa]);
  expect(await named(w)).toEqual([]);
  const [clash] = await findClashes(w.store.read, w.organiser, {}, now);
  expect(clash?.people.map(({ kept }) => kept)).toEqual([{ by: "organiser", at: now.toISOString() }]);
  await expect(keep([w.people.participantBa])).rejects.toThrow("availability.nothingToKeep");

  await busy(w, ["2026-11-04T09:30"], later(5));
  expect(await named(w)).toEqual([["Bosnia and Herzegovina", ["participantBa"]]]);
  await keep([w.people.participantBa], later(6));
  expect(await named(w)).toEqual([]);
  await changeSession(w.store, w.organiser, await changeInput(w, w.sessionId, { time: "09:30" }), later(7));
  expect(await named(w)).toEqual([["Bosnia and Herzegovina", ["participantBa"]]]);
});
