import fc from "fast-check";
import { expect, it } from "vitest";
import { outOfRotation } from "#app/domain/backups/rotation.ts";

const HOUR = 3_600_000;
const now = new Date("2026-12-01T12:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * HOUR).toISOString();
const keep = { days: 7, weeks: 4, months: 6 };
/** One every so many hours for a year. */
const year = (every: number) => Array.from({ length: Math.floor((365 * 24) / every) }, (_, at) => ago(at * every));
const keptOf = (instants: string[], wanted = keep) => {
  const out = new Set(outOfRotation(instants, wanted, now));
  return instants.filter((instant) => !out.has(instant));
};

it("keeps the newest of each day, week and month, and all of the last day", () => {
  expect(keptOf(year(24)).map((instant) => instant.slice(0, 10))).toEqual([
    ...["2026-12-01", "2026-11-30", "2026-11-29", "2026-11-28", "2026-11-27", "2026-11-26", "2026-11-25"],
    // Sundays of the weeks before, then the last days of the months before.
    ...["2026-11-22", "2026-11-15", "2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31"],
  ]);
  const often = keptOf(year(6));
  expect(often.slice(0, 4)).toEqual([ago(0), ago(6), ago(12), ago(18)]);
  expect(often.length).toBeLessThan(20);
});

it("keeps the newest one whatever happens, and what it has when no new one comes for years", () => {
  const instants = fc.array(fc.integer({ min: 0, max: 20_000 }).map(ago), { minLength: 1 });
  const numbers = fc.record({ days: fc.integer({ min: 1, max: 9 }), weeks: fc.nat(9), months: fc.nat(9) });
  fc.assert(
    fc.property(instants, numbers, (all, wanted) => {
      const kept = keptOf(all, wanted);
      expect(kept).toContain([...all].sort().at(-1));
      // What stays once stays when it is looked at again, and any time later.
      const later = new Date(now.getTime() + 10_000 * HOUR);
      const again = new Set(outOfRotation(kept, wanted, later));
      const lastDay = kept.filter((instant) => now.getTime() - Date.parse(instant) < 24 * HOUR);
      expect([...again].filter((instant) => !lastDay.includes(instant))).toEqual([]);
      expect(outOfRotation(kept, wanted, now)).toEqual([]);
    }),
  );
});

it("makes room when one a day was made: never more than were asked for, and one", () => {
  for (let day = 0; day < 60; day++) {
    const at = new Date(now.getTime() + day * 24 * HOUR);
    const instants = year(24);
    const out = outOfRotation(instants, keep, at);
    expect(instants.length - out.length).toBeLessThanOrEqual(7 + 4 + 6 + 1);
  }
});
