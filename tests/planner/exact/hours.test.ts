import { expect, it } from "vitest";
import { encode } from "#app/planner/exact/encode.ts";
import { idleIn } from "#app/planner/exact/hours.ts";
import { foundStarts, preferStarts } from "#app/planner/exact/starts.ts";
import { modelOf } from "#app/planner/model.ts";
import { Random } from "#app/planner/random.ts";
import { mixedProblem } from "#tests/planner/mixed-problem.ts";

const PLENTY = 3_000_000;

it("keeps a person out of meetings in the slots said, and in no others", () => {
  let solved = 0;
  for (let seed = 1; seed <= 6; seed++) {
    const model = modelOf(mixedProblem(seed));
    const encoding = encode(model);
    const { solver } = encoding;
    if (solver.solve([], PLENTY) !== "satisfiable") continue;
    const start = foundStarts(model, encoding);
    const random = new Random(seed);
    const idle = new Uint8Array(model.people * model.slots);
    for (let i = 0; i < idle.length; i++) idle[i] = random.below(3) > 0 ? 1 : 0;
    for (let m = 0; m < model.meetings; m++) {
      for (const p of model.attendees[m]!) {
        const row = p * model.slots + start[m]!;
        idle.fill(0, row, row + model.length[m]!);
      }
    }
    const literals = Array.from({ length: model.people }, (_, p) =>
      idleIn(model, encoding, p, idle.subarray(p * model.slots, (p + 1) * model.slots)),
    ).flat();
    // The timetable it was made of is still one; it is not what is tried first.
    preferStarts(model, encoding, new Int32Array(model.meetings));
    expect(solver.solve(literals, PLENTY)).toBe("satisfiable");
    const found = foundStarts(model, encoding);
    for (let m = 0; m < model.meetings; m++) {
      for (const p of model.attendees[m]!) {
        const row = p * model.slots + found[m]!;
        expect(idle.subarray(row, row + model.length[m]!).includes(1), `seed ${seed}`).toBe(false);
      }
    }
    solved++;
  }
  expect(solved).toBeGreaterThan(3);
});
