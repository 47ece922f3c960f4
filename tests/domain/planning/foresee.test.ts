import { expect, it } from "vitest";
import { answerAvailability } from "#app/domain/planning/answer-availability.server.ts";
import { findConditions } from "#app/domain/planning/find-conditions.server.ts";
import { foresee } from "#app/domain/planning/foresee.server.ts";
import { saveSettings } from "#app/domain/planning/save-settings.server.ts";
import { type PlanWorld, pair, planWorld } from "#tests/domain/planning/plan-world.ts";
import { now, schedule } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

/** One day from nine to eleven in slots of an hour. */
async function twoSlots(w: PlanWorld, mostAtOnce: number | null = null): Promise<void> {
  const days = [{ day: "2026-11-04", from: "09:00", to: "11:00" }];
  const frame = { slotMinutes: 60, bufferMinutes: 0, mostAtOnce, mostApart: null, pause: null, revision: 0, days };
  await saveSettings(w.store, w.organiser, { ...frame, roundId: w.roundId }, now);
}

const foreseen = async (w: PlanWorld, at = now) =>
  foresee(await findConditions(w.store.read, w.organiser, w.roundId), at);

it("names who has more sessions than slots before anything is proposed", async () => {
  const w = await planWorld(testStore());
  await twoSlots(w);
  await pair(w);
  expect(await foreseen(w)).toBe(null);
  await pair(w, { beneficiaryIds: [w.beneficiaries.ba] });
  const found = await foreseen(w);
  const named = found?.reasons.map((reason) =>
    reason.kind === "overloaded" ? [reason.person, reason.needed, reason.free] : reason,
  );
  expect(found?.onlyKept).toBe(false);
  expect(named).toContainEqual([w.people.consultant, 3, 2]);
});

it("says that too many sessions share too few places", async () => {
  const w = await planWorld(testStore());
  await twoSlots(w, 1);
  await pair(w, { interpreterId: null });
  await pair(w, { interpreterId: null, beneficiaryIds: [w.beneficiaries.al] });
  const full = (await foreseen(w))?.reasons.find(({ kind }) => kind === "full");
  expect(full).toMatchObject({ needed: 3, places: 2 });
});

it("tells apart what is scheduled and might move", async () => {
  const w = await planWorld(testStore());
  await twoSlots(w);
  await schedule(w, { beneficiaryId: w.beneficiaries.ba, time: "09:00" });
  await pair(w, { beneficiaryIds: [w.beneficiaries.al] });
  const busy = ["2026-11-04T10:00"];
  await answerAvailability(
    w.store,
    w.organiser,
    { roundId: w.roundId, accountId: w.people.participantAl, busy, mark: null },
    now,
  );
  expect((await foreseen(w))?.onlyKept).toBe(true);
  expect(await foreseen(w, new Date("2026-11-07T08:00:00.000Z"))).toBe(null);
});

it("says nothing where all is scheduled", async () => {
  const w = await planWorld(testStore());
  await twoSlots(w);
  await schedule(w, { beneficiaryId: w.beneficiaries.ba, time: "09:00" });
  expect(await foreseen(w)).toBe(null);
});
