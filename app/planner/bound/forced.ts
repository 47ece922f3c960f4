import type { Crowding } from "#app/planner/bound/crowding-bound.ts";
import { Diary } from "#app/planner/bound/diary.ts";
import type { Model } from "#app/planner/model.ts";
import { sure } from "#app/sure.ts";

/** What is left of rounding errors. */
const TOLERANCE = 1e-6;

/** A slot in which a person is in a meeting, or in none. */
interface ForcedHour {
  p: number;
  slot: number;
  isBusy: boolean;
}

/**
 * What every timetable with few breaks has in common (fixing by reduced costs). At the prices of the bound, the hours
 * of all people together cost no more above the least than the breaks exceed the bound; so whatever makes the hours of
 * one person cost more than that cannot be.
 */
export class Forced {
  readonly bound: number;
  private readonly value: number;
  /** How much more it costs at the least if it were not so. */
  private readonly ofHours: (ForcedHour & { otherwise: number })[] = [];
  private readonly ofBreaks: { p: number; otherwise: number }[] = [];

  constructor(model: Model, { bound, value, price }: Crowding) {
    this.bound = bound;
    this.value = value;
    if (bound === 0) return;
    for (let p = 0; p < model.people; p++) if (sure(model.diary[p]).length > 1) this.weigh(model, p, price);
  }

  /** Hours that follow where there are at most `most` breaks. */
  hours(most: number): ForcedHour[] {
    return this.ofHours.filter(({ otherwise }) => otherwise > most - this.value + TOLERANCE);
  }

  /** Who has no break where there are at most `most`. */
  unbroken(most: number): number[] {
    return this.ofBreaks.filter(({ otherwise }) => otherwise > most - this.value + TOLERANCE).map(({ p }) => p);
  }

  private weigh(model: Model, p: number, price: Float64Array): void {
    const diary = new Diary(model, p);
    const least = diary.cheapestWhere(price, -1, "any");
    let broken = Number.POSITIVE_INFINITY;
    for (let slot = 0; slot < model.slots; slot++) {
      const busy = diary.cheapestWhere(price, slot, "busy") - least;
      const idle = diary.cheapestWhere(price, slot, "idle") - least;
      this.ofHours.push({ p, slot, isBusy: false, otherwise: busy }, { p, slot, isBusy: true, otherwise: idle });
      broken = Math.min(broken, diary.cheapestWhere(price, slot, "ends-break") - least);
    }
    this.ofBreaks.push({ p, otherwise: broken });
  }
}
