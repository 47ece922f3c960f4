import { expect, it } from "vitest";
import type { PlanSettings } from "#app/domain/planning/plan-settings.server.ts";
import { slotsOf } from "#app/domain/planning/slots.server.ts";

const frame = (other: Partial<PlanSettings> = {}): PlanSettings => ({
  ...{
    slotMinutes: 60,
    bufferMinutes: 0,
    mostAtOnce: null,
    mostApart: null,
    pause: { from: "11:00", to: "12:30" },
    revision: 0,
  },
  days: [
    { day: "2026-11-04", from: "09:00", to: "14:00" },
    { day: "2026-11-05", from: "10:00", to: "11:30" },
  ],
  ...other,
});
const shown = (settings: PlanSettings, zone = "Europe/Sarajevo") => {
  const { slots, ...rest } = slotsOf(settings, zone);
  return {
    slots: slots.map((slot) => `${slot.number} ${slot.day.slice(8)} ${slot.time} ${slot.startsAt.slice(11, 16)}`),
    ...rest,
  };
};

it("cuts days into slots around the pause", () => {
  expect(shown(frame())).toEqual({
    slots: ["1 04 09:00 08:00", "2 04 10:00 09:00", "3 04 12:30 11:30", "4 05 10:00 09:00"],
    parts: [
      [1, 2],
      [3, 3],
      [4, 4],
    ],
    total: 4,
  });
});

it("owes no rest over a night or a pause", () => {
  const { parts, total } = slotsOf(frame({ bufferMinutes: 90 }), "Europe/Sarajevo");
  expect({ parts, total }).toEqual({
    parts: [
      [1, 2],
      [5, 5],
      [8, 8],
    ],
    total: 8,
  });
});

it("has no slot at a time that clocks skip or show twice", () => {
  const night = (day: string) => frame({ pause: null, days: [{ day, from: "01:00", to: "05:00" }] });
  const spring = shown(night("2027-03-28"), "Europe/Belgrade");
  expect(spring.slots).toEqual(["1 28 01:00 00:00", "2 28 03:00 01:00", "3 28 04:00 02:00"]);
  const autumn = shown(night("2026-10-25"), "Europe/Belgrade");
  expect(autumn.slots).toEqual(["1 25 01:00 23:00", "2 25 03:00 02:00", "3 25 04:00 03:00"]);
  expect(autumn.parts).toEqual([
    [1, 1],
    [2, 3],
  ]);
});
