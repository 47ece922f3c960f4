import type { Encoding } from "#app/planner/exact/encoding.ts";
import type { Model } from "#app/planner/model.ts";
import { sure } from "#app/sure.ts";

/** Where meetings start in the model that the solver has just found. */
export function foundStarts({ meetings, slots }: Model, { solver, start }: Encoding): Int32Array {
  const found = new Int32Array(meetings);
  for (let m = 0; m < meetings; m++) {
    for (let slot = 0; slot < slots; slot++) {
      const literal = sure(start[m * slots + slot]);
      if (literal >= 0 && sure(solver.model[literal >> 1]) > 0) found[m] = slot;
    }
  }
  return found;
}

/** Makes the solver try first to let meetings start there. */
export function preferStarts({ meetings, slots }: Model, { solver, start }: Encoding, wanted: Int32Array): void {
  for (let m = 0; m < meetings; m++) {
    for (let slot = 0; slot < slots; slot++) {
      const literal = sure(start[m * slots + slot]);
      if (literal >= 0) solver.prefer(wanted[m] === slot ? literal : literal ^ 1);
    }
  }
}
