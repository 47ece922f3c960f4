import { expect, it } from "vitest";
import { findPlan } from "#app/domain/planning/find-plan.server.ts";
import { type SaveSettings, saveSettings } from "#app/domain/planning/save-settings.server.ts";
import { planWorld } from "#tests/domain/planning/plan-world.ts";
import { testStore } from "#tests/support/store.ts";

const settings = {
  ...{ slotMinutes: 45, bufferMinutes: 15, mostAtOnce: 2, mostApart: 1, pause: null, revision: 0 },
  days: [{ day: "2026-11-05", from: "10:00", to: "12:15" }],
};

it("keeps the frame, once for each revision, and refuses what no round could be planned in", async () => {
  const w = await planWorld(testStore());
  const save = (other: Partial<SaveSettings> = {}) =>
    saveSettings(w.store, w.organiser, { ...settings, roundId: w.roundId, ...other });
  const kept = async () => (await findPlan(w.store.read, w.organiser, w.roundId)).settings;
  const usual = await kept();
  expect(usual.days.map(({ day }) => day)).toEqual(["2026-11-04", "2026-11-05", "2026-11-06"]);
  await save();
  expect(await kept()).toEqual({ ...settings, revision: 1 });
  await expect(save()).rejects.toThrow("Changed meanwhile");
  const days = (day: string, to: string) => ({ revision: 1, days: [{ day, from: "10:00", to }] });
  await expect(save(days("2026-11-07", "12:00"))).rejects.toThrow("sessions.outsideRound");
  await expect(save(days("2026-11-05", "10:30"))).rejects.toThrow("plan.noSlot");
  const long = ["04", "05", "06"].map((day) => ({ day: `2026-11-${day}`, from: "00:00", to: "23:59" }));
  await expect(save({ revision: 1, slotMinutes: 5, days: long })).rejects.toThrow("plan.tooManySlots");
  expect((await kept()).revision).toBe(1);
  const asked = saveSettings(w.store, w.participant, { ...settings, roundId: w.roundId, revision: 1 });
  await expect(asked).rejects.toThrow("Not allowed: round.plan");
});
