import { describe, expect, it } from "vitest";
import { checkAnswer } from "#app/planner/check-answer.ts";
import type { TimetableProblem } from "#app/planner/problem.ts";
import { ana, at, base, bo, broken, cy, honest, ranges, violation } from "#tests/planner/given-answer.ts";

describe("what the answer states", () => {
  it("is counted anew", () => {
    const change = { people: [ana, { ...bo, preferred: [1] }, cy], previous: [at("m1", 1), at("m2", 3)] };
    const check = checkAnswer({ ...base, ...change }, honest({ ...base, ...change }, [1, 2, 3]));
    const measured = { breaks: 1, spread: 1, notified: 3, preferencesMissed: 1 };
    expect(check).toEqual({ ok: true, violations: [], measured });
    const states = { breaks: 0, spread: 2, notified: null, preferencesMissed: 0 };
    expect(broken(change, [1, 2, 3], states)).toEqual([
      violation("breaks", "The answer states breaks 0, and the count is 1."),
      violation("spread", "The answer states spread 2, and the count is 1."),
      violation("notified", "The answer states notified null, and the count is 3."),
      violation("preferencesMissed", "The answer states preferencesMissed 0, and the count is 1."),
    ]);
    expect(broken(change, [1, 2, 3], { notified: undefined, preferencesMissed: undefined })).toEqual([]);
  });

  it("need not be stated where nothing is to be counted", () => {
    expect(broken({}, [1, 2, 3], { notified: 0, preferencesMissed: 0 })).toEqual([]);
  });

  it("has a bound that is not above the breaks, and meets them where it is optimal", () => {
    expect(broken({}, [1, 2, 3], { status: "feasible", lowerBound: 1 })).toEqual([]);
    expect(broken({}, [1, 2, 3], { status: "optimal", lowerBound: 1 })).toEqual([]);
    expect(broken({}, [1, 2, 3], { status: "feasible", lowerBound: 2 })).toEqual([
      violation("lowerBound", "The answer says that there are at least 2 breaks, and it has 1."),
    ]);
    expect(broken({}, [1, 2, 3], { status: "optimal", lowerBound: 0 })).toEqual([
      violation("optimal", 'The answer says "optimal" for 1 break, and its lower bound is 0.'),
    ]);
  });

  it.each(["infeasible", "unknown"] as const)("has no timetable where it is %s", (status) => {
    const nothing = { status, breaks: null, spread: null, placements: [] };
    expect(broken({}, [1, 2, 3], nothing)).toEqual([]);
    expect(broken({}, [1, 2, 3], { ...nothing, breaks: 0, placements: [at("m2", 2), at("m1", 1)] })).toEqual([
      violation("status", `The answer says "${status}" and has 2 placements.`, {
        meetings: ["m2", "m1"],
        slots: [1, 2],
      }),
      violation("breaks", `The answer says "${status}" and states breaks 0 of no timetable.`),
    ]);
  });

  it("is not measured while a meeting has no place", () => {
    const check = checkAnswer(base, { ...honest(base, [1, 2, 3]), breaks: 9, placements: [at("m1", 1)] });
    expect(check.violations.map(({ rule, meetings }) => [rule, ...meetings])).toEqual([
      ["placed", "m2"],
      ["placed", "m3"],
    ]);
    expect(check.measured).toEqual({ breaks: null, spread: null, notified: null, preferencesMissed: null });
  });
});

describe("breaks", () => {
  const breaks = (starts: number[], change: Partial<TimetableProblem>) => {
    const meetings = starts.map((_, m) => ({ id: `m${m}`, people: ["ana"] }));
    const problem = { slots: 8, people: [ana], meetings, ...change };
    return checkAnswer(problem, honest(problem, starts)).measured.breaks;
  };
  const halves = { dayParts: ranges([1, 4], [5, 8]) };
  /** Slots 4 and 5 belong to no part. */
  const lunch = { dayParts: ranges([1, 3], [6, 8]) };

  it.each<[starts: number[], change: Partial<TimetableProblem>, count: number]>([
    [[], {}, 0],
    [[4], {}, 0],
    [[1, 2, 3], {}, 0],
    [[1, 3, 8], {}, 2],
    [[1, 3, 8], { dayParts: [] }, 2],
    [[3, 5], halves, 0],
    [[3, 6], { ...halves, breaks: "dayPart" }, 0],
    [[3, 6], { ...halves, breaks: "round" }, 1],
    [[2, 4, 5, 8], halves, 2],
    [[1, 4], lunch, 0],
    [[1, 3, 5, 6, 8], lunch, 2],
    [[5, 7], { dayParts: ranges([1, 4]) }, 0],
    [[1, 3], { people: [{ ...ana, forbidden: [2] }] }, 1],
  ])("of somebody in %j where %j: %d", (starts, change, count) => {
    expect(breaks(starts, change)).toBe(count);
  });

  it("are none within a meeting that goes on in the next part", () => {
    const [long, short] = [
      { id: "m1", people: ["ana"], length: 3 },
      { id: "m2", people: ["ana"] },
    ];
    expect(breaks([3, 8], { meetings: [long!, short!], ...halves })).toBe(1);
  });
});
