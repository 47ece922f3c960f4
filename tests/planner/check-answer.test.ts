import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAnswer } from "#app/planner/check-answer.ts";
import type { Meeting, SlotRange, TimetableProblem } from "#app/planner/problem.ts";
import type { GivenAnswer } from "#app/planner/read-problem.ts";
import type { Violation } from "#app/planner/violation.ts";
import { tinyProblem } from "#tests/planner/arbitrary-problem.ts";
import { bruteForce, countsOf, keepsRules } from "#tests/planner/brute-force.ts";

const [ana, bo, cy] = [{ id: "ana" }, { id: "bo" }, { id: "cy" }];
const m1: Meeting = { id: "m1", people: ["ana", "bo"] };
const m2: Meeting = { id: "m2", people: ["ana", "cy"] };
const m3: Meeting = { id: "m3", people: ["bo", "cy"] };
const base: TimetableProblem = { slots: 6, people: [ana, bo, cy], meetings: [m1, m2, m3] };

type Mutation = (
  problem: TimetableProblem,
  answer: GivenAnswer,
  m: number,
) => { problem: TimetableProblem; answer: GivenAnswer } | null;

/** Each takes a good answer and breaks one rule at meeting number `m`; null where that cannot be done. */
const mutations: Record<string, Mutation> = {
  "placed, left out": (problem, answer, m) => ({
    problem,
    answer: { ...answer, placements: answer.placements.toSpliced(m, 1) },
  }),
  "placed, twice": (problem, answer, m) => ({
    problem,
    answer: { ...answer, placements: [...answer.placements, answer.placements[m]!] },
  }),
  availability: (problem, answer, m) => {
    const [id] = problem.meetings[m]!.people;
    const forbidden = [answer.placements[m]!.slot];
    const people = problem.people.map((person) => (person.id === id ? { ...person, forbidden } : person));
    return { problem: { ...problem, people }, answer };
  },
  range: (problem, answer, m) => {
    const { slot } = answer.placements[m]!;
    return slot === 1 ? null : { problem: changed(problem, m, { slots: [[1, slot - 1]] }), answer };
  },
  fixed: (problem, answer, m) => {
    return { problem: changed(problem, m, { fixed: answer.placements[m]!.slot === 1 ? 2 : 1 }), answer };
  },
  after: (problem, answer, m) => {
    const { meeting, slot } = answer.placements[m]!;
    const later = answer.placements.find((other) => other.slot >= slot && other.meeting !== meeting);
    return later ? { problem: changed(problem, m, { after: [later.meeting] }), answer } : null;
  },
  "one-at-a-time": (problem, answer, m) => {
    const copy = { id: "copy", people: problem.meetings[m]!.people.slice(0, 1) };
    const twin = { ...problem, capacity: null, fairness: null, meetings: [...problem.meetings, copy] };
    const starts = [...answer.placements.map(({ slot }) => slot), answer.placements[m]!.slot];
    return { problem: twin, answer: honest(twin, starts) };
  },
  capacity: (problem, answer, m) => {
    const { slot } = answer.placements[m]!;
    const meetings = [...problem.meetings, { id: "new", people: ["new"] }];
    const fuller = { ...problem, people: [...problem.people, { id: "new" }], meetings, capacity: 1, fairness: null };
    const starts = [...answer.placements.map(({ slot }) => slot), slot];
    return { problem: fuller, answer: honest(fuller, starts) };
  },
  fairness: (problem, answer) => {
    return answer.spread === 0 ? null : { problem: { ...problem, fairness: answer.spread! - 1 }, answer };
  },
  breaks: (problem, answer) => ({ problem, answer: { ...answer, breaks: answer.breaks! + 1 } }),
  spread: (problem, answer) => ({ problem, answer: { ...answer, spread: answer.spread! + 1 } }),
  notified: (problem, answer) => {
    return answer.notified === null ? null : { problem, answer: { ...answer, notified: answer.notified! + 1 } };
  },
  lowerBound: (problem, answer) => ({ problem, answer: { ...answer, lowerBound: answer.breaks! + 1 } }),
};

describe("a rule that is kept, and broken", () => {
  it("every meeting has one place", () => {
    const placements = [at("m1", 1), at("m2", 2), at("m3", 3)];
    expect(broken({}, [1, 2, 3], { placements })).toEqual([]);
    expect(broken({}, [1, 2, 3], { placements: placements.slice(1) })).toEqual([
      violation("placed", "m1 has no place.", { meetings: ["m1"] }),
    ]);
    expect(broken({}, [1, 2, 3], { placements: [at("m1", 5), ...placements] })).toEqual([
      violation("placed", "m1 has 2 places: it starts in slots 1 and 5.", { meetings: ["m1"], slots: [1, 5] }),
    ]);
    expect(broken({}, [1, 2, 3], { placements: [at("m1", 1), ...placements] })).toEqual([
      violation("placed", "m1 has 2 places: it starts in slot 1.", { meetings: ["m1"], slots: [1] }),
    ]);
    expect(broken({}, [1, 2, 3], { placements: [...placements, at("__proto__", 5)] })).toEqual([
      violation("placed", "__proto__ is not a meeting of the problem.", { meetings: ["__proto__"], slots: [5] }),
    ]);
  });

  it("a meeting lies within the slots", () => {
    const long = { meetings: [m1, m2, { ...m3, length: 2 }] };
    expect(broken(long, [1, 2, 5])).toEqual([]);
    expect(broken(long, [1, 2, 6])).toEqual([
      violation("placed", "m3 takes 2 slots from slot 6, which is not within slots 1 to 6.", {
        meetings: ["m3"],
        slots: [6],
      }),
    ]);
    expect(broken(long, [0, 2, 5])).toEqual([
      violation("placed", "m1 takes 1 slot from slot 0, which is not within slots 1 to 6.", {
        meetings: ["m1"],
        slots: [0],
      }),
    ]);
  });

  it("nobody is in two places", () => {
    const long = { meetings: [{ ...m1, length: 3 }, m2, m3] };
    expect(broken(long, [1, 4, 5])).toEqual([]);
    expect(broken(long, [1, 3, 4])).toEqual([
      violation("one-at-a-time", "ana is in m1 and in m2 in slot 3.", {
        people: ["ana"],
        meetings: ["m1", "m2"],
        slots: [3],
      }),
    ]);
    const apart = { people: [ana, bo, cy, { id: "di" }], meetings: [m1, { ...m2, people: ["cy", "di"] }] };
    expect(broken(apart, [1, 1])).toEqual([]);
  });

  it("everybody is available, in every slot of a meeting", () => {
    const change = { people: [{ ...ana, forbidden: [2, 4] }, bo, cy], meetings: [{ ...m1, length: 2 }, m2, m3] };
    expect(broken(change, [5, 3, 1])).toEqual([]);
    expect(broken(change, [1, 5, 3])).toEqual([
      violation("availability", "ana is not available in slot 2, where m1 is.", {
        people: ["ana"],
        meetings: ["m1"],
        slots: [2],
      }),
    ]);
  });

  it("a person has free slots between two meetings, which the other two need not have", () => {
    expect(broken({ buffer: 1 }, [1, 3, 5])).toEqual([]);
    expect(broken({ buffer: 1 }, [1, 3, 4])).toEqual([
      violation(
        "buffer",
        "cy has 0 free slots between m2, which ends in slot 3, and m3, which starts in slot 4, and needs 1.",
        {
          people: ["cy"],
          meetings: ["m2", "m3"],
          slots: [3, 4],
        },
      ),
    ]);
    const long = { buffer: 2, meetings: [{ ...m1, length: 2 }, m2] };
    expect(broken(long, [1, 5])).toEqual([]);
    expect(broken(long, [1, 4]).map(({ message }) => message)).toEqual([
      "ana has 1 free slot between m1, which ends in slot 2, and m2, which starts in slot 4, and needs 2.",
    ]);
  });

  it("a meeting lies inside one range", () => {
    const change = (slots: SlotRange[]) => ({ meetings: [m1, m2, { ...m3, length: 2, slots }] });
    expect(broken(change([]), [1, 2, 3])).toEqual([]);
    expect(broken(change(ranges([5, 6], [3, 4])), [1, 2, 3])).toEqual([]);
    expect(broken(change(ranges([1, 3], [4, 6])), [1, 2, 3])).toEqual([
      violation("range", "m3 is in slots 3 and 4, which is not inside one of its ranges (1 to 3, 4 to 6).", {
        people: ["bo", "cy"],
        meetings: ["m3"],
        slots: [3, 4],
      }),
    ]);
  });

  it("a fixed meeting starts where it is fixed", () => {
    const change = { meetings: [m1, { ...m2, fixed: 2, length: 2 }, m3] };
    expect(broken(change, [1, 2, 4])).toEqual([]);
    expect(broken(change, [6, 1, 3])).toEqual([
      violation("fixed", "m2 must start in slot 2 and starts in slot 1.", {
        people: ["ana", "cy"],
        meetings: ["m2"],
        slots: [1, 2],
      }),
    ]);
  });

  it("a meeting starts after the end of those it follows", () => {
    const di = { id: "di" };
    const change = {
      people: [ana, bo, cy, di],
      meetings: [{ ...m1, length: 2 }, m2, { id: "m4", people: ["di"], after: ["m1", "m1"] }],
    };
    expect(broken(change, [1, 3, 3])).toEqual([]);
    expect(broken(change, [1, 3, 2])).toEqual([
      violation("after", "m4 starts in slot 2, and m1 must have ended before and ends in slot 2.", {
        people: ["ana", "bo", "di"],
        meetings: ["m1", "m4"],
        slots: [2],
      }),
    ]);
  });

  it("no slot has more meetings than there is room for", () => {
    const change = {
      people: [ana, bo, cy],
      capacity: 1,
      meetings: [
        { id: "m1", people: ["ana"], length: 2 },
        { id: "m2", people: ["bo"] },
        { id: "m3", people: ["cy"] },
      ],
    };
    expect(broken(change, [1, 3, 4])).toEqual([]);
    expect(broken({ ...change, capacity: 2 }, [1, 2, 3])).toEqual([]);
    expect(broken(change, [1, 2, 3])).toEqual([
      violation("capacity", "Slot 2 has 2 meetings (m1, m2), and there is room for 1.", {
        meetings: ["m1", "m2"],
        slots: [2],
      }),
    ]);
  });

  it("breaks are shared fairly, also with people without any", () => {
    expect(broken({ fairness: 1 }, [1, 2, 3])).toEqual([]);
    expect(broken({ fairness: 0 }, [1, 2, 3])).toEqual([
      violation("fairness", "ana has 0 breaks and bo has 1, and they may differ by 0.", { people: ["ana", "bo"] }),
    ]);
    expect(broken({ fairness: 0 }, [1, 3, 5]).map(({ rule }) => rule)).toEqual([]);
    expect(broken({ fairness: 0, people: [ana, bo, cy, { id: "di" }] }, [1, 3, 5]).map(({ rule }) => rule)).toEqual([
      "fairness",
    ]);
  });
});

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

describe("on random timetables", () => {
  it("finds what a second way of counting finds, and a broken rule exactly where there is one", () => {
    const seen = { kept: 0, broken: 0 };
    fc.assert(
      fc.property(timetable(), ({ problem, starts }) => {
        const check = checkAnswer(problem, honest(problem, starts));
        const kept = keepsRules(problem, starts);
        seen[kept ? "kept" : "broken"]++;
        expect(check.measured).toEqual(countsOf(problem, starts));
        expect([check.ok, check.violations.length === 0]).toEqual([kept, kept]);
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(seen.kept, seen.broken)).toBeGreaterThan(300);
  });

  it("knows none that is better than the best of all", () => {
    const seen = { feasible: 0, breaks: 0, notified: 0, preferencesMissed: 0 };
    fc.assert(
      fc.property(timetable(), ({ problem, starts }) => {
        const { feasible, ...best } = bruteForce(problem);
        if (feasible) seen.feasible++;
        for (const objective of ["breaks", "notified", "preferencesMissed"] as const)
          if (best[objective]) seen[objective]++;
        if (!keepsRules(problem, starts)) return;
        const { breaks, notified, preferencesMissed } = countsOf(problem, starts);
        const early = starts.reduce((sum, start) => sum + start, 0);
        const objectives = [best.breaks, best.notified ?? 0, best.preferencesMissed ?? 0, best.early];
        expect(feasible).toBe(true);
        expect([objectives, [breaks, notified ?? 0, preferencesMissed ?? 0, early]].sort(byFirstDifference)[0]).toEqual(
          objectives,
        );
      }),
      { numRuns: 1000 },
    );
    // The problems are neither all trivial nor all impossible.
    expect(seen.feasible).toBeGreaterThan(400);
    expect(seen.feasible).toBeLessThan(800);
    expect(Math.min(seen.breaks, seen.notified, seen.preferencesMissed)).toBeGreaterThan(30);
  });

  it.each(Object.keys(mutations))("names the rule that is broken afterwards: %s", (name) => {
    fc.assert(
      fc.property(timetable(), fc.nat(), ({ problem, starts }, any) => {
        fc.pre(problem.meetings.length > 0 && keepsRules(problem, starts));
        const mutated = mutations[name]!(problem, honest(problem, starts), any % starts.length);
        fc.pre(mutated !== null);
        const rules = checkAnswer(mutated.problem, mutated.answer).violations.map(({ rule }) => rule);
        expect([...new Set(rules)]).toEqual([name.split(",")[0]]);
      }),
      { numRuns: 30 },
    );
  });
});

it("checks a timetable of 300 meetings in milliseconds", () => {
  const people = Array.from({ length: 60 }, (_, at) => ({ id: `p${at}`, forbidden: [30] }));
  // Ten rounds of a round robin: in round r, p and r - p meet.
  const meetings = Array.from({ length: 10 }, (_, round) =>
    people.flatMap(({ id }, at): Meeting[] => {
      const other = (60 + round * 2 + 1 - at) % 60;
      return at < other ? [{ id: `${round}-${at}`, people: [id, `p${other}`], fixed: round + 1 }] : [];
    }),
  ).flat();
  const placements = meetings.map(({ id, fixed }) => at(id, fixed!));
  const answer: GivenAnswer = { status: "optimal", breaks: 0, spread: 0, lowerBound: 0, placements };
  const began = performance.now();
  expect(checkAnswer({ slots: 30, people, meetings, capacity: 30 }, answer)).toEqual({
    ok: true,
    violations: [],
    measured: { breaks: 0, spread: 0, notified: null, preferencesMissed: null },
  });
  expect(meetings.length).toBe(300);
  expect(performance.now() - began).toBeLessThan(500);
});

function timetable() {
  return tinyProblem().chain((problem) => {
    const starts = problem.meetings.map(({ length }) => fc.integer({ min: 1, max: problem.slots + 1 - (length ?? 1) }));
    return fc.tuple(...starts).map((starts) => ({ problem, starts }));
  });
}

function broken(change: Partial<TimetableProblem>, starts: number[], states: Partial<GivenAnswer> = {}): Violation[] {
  const problem = { ...base, ...change };
  return checkAnswer(problem, { ...honest(problem, starts), ...states }).violations;
}

/** An answer that states what is true of these starts. */
function honest(problem: TimetableProblem, starts: readonly number[]): GivenAnswer {
  const placements = problem.meetings.map(({ id }, m) => at(id, starts[m]!));
  return { status: "feasible", ...countsOf(problem, starts), lowerBound: 0, placements };
}

function changed(problem: TimetableProblem, m: number, change: Partial<Meeting>): TimetableProblem {
  return { ...problem, meetings: problem.meetings.with(m, { ...problem.meetings[m]!, ...change }) };
}

function ranges(...ranges: SlotRange[]): SlotRange[] {
  return ranges;
}

function byFirstDifference(a: (number | null)[], b: (number | null)[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

function violation(rule: Violation["rule"], message: string, about: Partial<Violation> = {}): Violation {
  return { rule, message, people: [], meetings: [], slots: [], ...about };
}

function at(meeting: string, slot: number) {
  return { meeting, slot };
}
