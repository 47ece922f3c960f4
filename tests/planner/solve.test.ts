import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAnswer } from "#app/planner/check-answer.ts";
import { modelOf } from "#app/planner/model.ts";
import type { TimetableAnswer, TimetableProblem } from "#app/planner/problem.ts";
import { Annealer } from "#app/planner/search/annealer.ts";
import { Constructor } from "#app/planner/search/construct.ts";
import { scoreOf, spreadOf } from "#app/planner/search/objective.ts";
import { memberOf, type Progress, type SolveOptions, solveBeside, solveTimetable } from "#app/planner/solve.ts";
import { tinyProblem } from "#tests/planner/arbitrary-problem.ts";
import { bruteForce } from "#tests/planner/brute-force.ts";
import { mixedProblem } from "#tests/planner/mixed-problem.ts";
import { fair, fairWithoutBreaks } from "#tests/support/planner-instances.ts";
import { rounds } from "#tests/support/rounds.ts";

/** Every timetable of a tiny problem can be tried: proof must end the work long before this. */
const untilProven = { seconds: 5, turns: 30 };
/** Turns end the work: time must not, or two runs would differ. */
const inTurns = { seconds: 60, turns: 4 };
const [ana, bo, cy] = [{ id: "ana" }, { id: "bo" }, { id: "cy" }];

describe("a tiny problem", () => {
  it("gets the best timetable there is, or the incumbent that there is none", () => {
    fc.assert(
      fc.property(tinyProblem(), (problem) => {
        const { feasible, breaks, notified, preferencesMissed } = bruteForce(problem);
        const answer = solveTimetable(problem, untilProven);
        expect(claimsOf(problem, answer)).toEqual({
          status: feasible ? "optimal" : "infeasible",
          breaks,
          notified,
          preferencesMissed,
          lowerBound: feasible ? breaks : 0,
          isExplained: !feasible,
          violations: [],
        });
      }),
      { numRuns: rounds(1500, 10_000) },
    );
  });
});

describe("a small problem", () => {
  it("of one meeting", () => {
    const problem: TimetableProblem = { slots: 1, people: [{ id: "a" }], meetings: [{ id: "m", people: ["a"] }] };
    expect(solveTimetable(problem, untilProven)).toEqual(optimal([1], ["m"]));
  });

  it("of no meetings", () => {
    const problem: TimetableProblem = { slots: 3, people: [ana, bo], meetings: [], fairness: 0, capacity: 1 };
    expect(solveTimetable(problem, untilProven)).toEqual(optimal([], []));
  });

  it("of nobody", () => {
    expect(solveTimetable({ slots: 3, people: [], meetings: [], fairness: 0 }, untilProven)).toEqual(optimal([], []));
  });

  it("of no meetings and nobody with all that is optional", () => {
    const problem: TimetableProblem = { slots: 3, people: [], meetings: [], buffer: 1, capacity: 1, previous: [] };
    expect(solveTimetable(problem, untilProven)).toEqual({ ...optimal([], []), notified: 0 });
  });

  it("of one slot", () => {
    const both = [meeting("m1", "ana"), meeting("m2", "bo")];
    const problem: TimetableProblem = { slots: 1, people: [ana, bo], meetings: both };
    expect(solveTimetable(problem, untilProven)).toEqual(optimal([1, 1], ["m1", "m2"]));
    expect(solveTimetable({ ...problem, capacity: 1 }, untilProven).status).toBe("infeasible");
  });

  it("with people who have no meetings", () => {
    const problem: TimetableProblem = { slots: 2, people: [bo, ana, cy], meetings: [meeting("m1", "ana")] };
    expect(solveTimetable({ ...problem, fairness: 0 }, untilProven)).toEqual(optimal([1], ["m1"]));
  });

  it("with room for one meeting at a time", () => {
    const meetings = ["m1", "m2", "m3"].map((id, i) => meeting(id, [ana, bo, cy][i]!.id));
    const problem: TimetableProblem = { slots: 3, people: [ana, bo, cy], meetings, capacity: 1 };
    const { placements, ...claims } = solveTimetable(problem, untilProven);
    expect(claims).toEqual({ ...optimal([], []), placements: undefined });
    expect(placements.map(({ slot }) => slot).toSorted()).toEqual([1, 2, 3]);
    expect(solveTimetable({ ...problem, slots: 2 }, untilProven).status).toBe("infeasible");
  });
});

describe("fairness", () => {
  it.each([8, 9])("of %i is kept where somebody must have one break more", (fairness) => {
    expect(solveTimetable(everySecondSlot(fairness + 1, fairness), untilProven).status).toBe("infeasible");
    expect(solveTimetable(everySecondSlot(fairness, fairness), untilProven)).toMatchObject({
      breaks: fairness,
      spread: fairness,
    });
  });

  it("is kept by every timetable that the search remembers", () => {
    const people = [{ id: "p0" }, { id: "p1" }, { id: "p2" }];
    const meetings = [
      meeting("m5", "p1", "p0"),
      meeting("m6", "p0", "p2"),
      meeting("m7", "p2"),
      meeting("m8", "p1", "p0"),
    ];
    const model = modelOf({ slots: 6, people, meetings, fairness: 1, breaks: "round" });
    const start = new Constructor(model, 137).run(1000, () => false)!.slice();
    const annealer = new Annealer(model, start, 137, [500, 2000]);
    for (let i = 0; i < 400; i++) {
      annealer.run(50, -1, () => false);
      if (annealer.score.breaks === Number.POSITIVE_INFINITY) continue;
      expect(spreadOf(model, annealer.best)).toBeLessThanOrEqual(1);
      expect(annealer.score).toEqual(scoreOf(model, annealer.best));
    }
    expect(annealer.score.breaks).toBe(0);
  });
});

describe("a problem of middle size", () => {
  it("gets a timetable that keeps every rule, whatever it contains", () => {
    for (let seed = 1; seed <= 30; seed++) {
      const problem = mixedProblem(seed);
      const answer = solveTimetable(problem, { ...inTurns, turns: 2 });
      // There is one: the problem was made around it.
      expect(claimsOf(problem, answer), `seed ${seed}`).toMatchObject({
        status: expect.stringMatching(/^(optimal|feasible)$/),
        violations: [],
      });
    }
  });

  it.each([
    { name: "an ordinary fair", problem: fair(3, { people: 16, meetings: 45, slots: 12, capacity: 6 }) },
    {
      name: "a fair without breaks",
      problem: fairWithoutBreaks(4, { people: 16, meetings: 50, slots: 12, capacity: 7 }),
    },
    { name: "a mixed problem", problem: mixedProblem(2) },
  ])("gets the same answer for the same seed: $name", ({ problem }) => {
    const answer = solveTimetable(problem, { ...inTurns, seed: 7 });
    expect(answer.placements).toHaveLength(problem.meetings.length);
    expect(solveTimetable(structuredClone(problem), { ...inTurns, seed: 7 })).toEqual(answer);
  });

  it("gets the same answer with the members apart as with the members one after the other", async () => {
    for (const seed of [41, 66, 99, 110, 155]) {
      const problem = { ...fair(seed, { people: 10, meetings: 26, slots: 10, capacity: 4 }), fairness: 1 + (seed % 2) };
      const options = { seconds: 60, turns: 12, seed };
      expect(await solvedApart(problem, options), `seed ${seed}`).toEqual(solveTimetable(problem, options));
    }
  });

  it("answers at once when it is cancelled at once", () => {
    const answer = solveTimetable(mixedProblem(1), { seconds: 60, isCancelled: () => true });
    expect(answer).toEqual({ ...optimal([], []), status: "unknown", breaks: null, spread: null });
  });

  it("answers with the best so far when it is cancelled later", () => {
    const problem = fair(5, { people: 30, meetings: 110, slots: 16, capacity: 12 });
    let isCancelled = false;
    const seen: Progress[] = [];
    const onProgress = (progress: Progress): void => {
      seen.push(progress);
      if (progress.best !== null) isCancelled = true;
    };
    const answer = solveTimetable(problem, { seconds: 60, isCancelled: () => isCancelled, onProgress });
    expect(claimsOf(problem, answer)).toMatchObject({ status: "feasible", violations: [] });
    expect(seen.map(({ best }) => best === null)).toEqual([...seen.slice(1).map(() => true), false]);
    expect(answer.breaks).toBeLessThanOrEqual(seen.at(-1)!.best!);
  });
});

describe("progress", () => {
  it.each([
    { name: "an ordinary fair", problem: fair(5, { people: 30, meetings: 110, slots: 16, capacity: 12 }) },
    { name: "a mixed problem", problem: mixedProblem(7, { people: 16, meetings: 30 }) },
  ])("never goes back: $name", ({ problem }) => {
    const seen: Progress[] = [];
    const answer = solveTimetable(problem, { ...inTurns, turns: 7, onProgress: (progress) => seen.push(progress) });
    expect(seen.length).toBeGreaterThan(0);
    seen.slice(1).forEach((now, i) => {
      const before = seen[i]!;
      expect(now.best ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(before.best ?? Number.POSITIVE_INFINITY);
      expect(now.bound).toBeGreaterThanOrEqual(before.bound);
      expect(now.iteration).toBeGreaterThanOrEqual(before.iteration);
      expect(now.secondsLeft).toBeLessThanOrEqual(before.secondsLeft);
    });
    expect(answer.breaks).toBeLessThanOrEqual(seen.at(-1)!.best!);
  });
});

/** What an answer says, apart from the timetable itself. */
function claimsOf(problem: TimetableProblem, answer: TimetableAnswer) {
  const { status, breaks, notified, preferencesMissed, lowerBound, why, reasons } = answer;
  const { violations } = checkAnswer(problem, answer);
  const isExplained = why.length > 0 && reasons.length > 0;
  return { status, breaks, notified, preferencesMissed, lowerBound, isExplained, violations };
}

/** The answer where nobody has a break, nothing is preferred and nobody knows of anything. */
function optimal(slots: number[], meetings: string[]): TimetableAnswer {
  return {
    status: "optimal",
    breaks: 0,
    spread: 0,
    lowerBound: 0,
    notified: null,
    preferencesMissed: null,
    placements: slots.map((slot, m) => ({ meeting: meetings[m]!, slot })),
    why: [],
    reasons: [],
  };
}

function meeting(id: string, ...people: string[]) {
  return { id, people };
}

/** Ana must meet in every second slot, which leaves her so many breaks; Bo has one meeting and none. */
function everySecondSlot(breaks: number, fairness: number): TimetableProblem {
  return {
    slots: 2 * breaks + 1,
    people: [ana, bo],
    meetings: Array.from({ length: breaks + 1 }, (_, i) => ({
      id: `m${i + 1}`,
      people: i === 0 ? ["ana", "bo"] : ["ana"],
      fixed: 2 * i + 1,
    })),
    breaks: "round",
    fairness,
  };
}

/** As in threads: the second member has copies of what it is given. */
function solvedApart(problem: TimetableProblem, options: SolveOptions): Promise<TimetableAnswer> {
  const member = memberOf(problem, 1, options);
  return solveBeside(problem, options, async (effort, incumbent) => {
    const copy = structuredClone(incumbent);
    return [structuredClone(member.turn(effort, copy, () => false))];
  });
}
