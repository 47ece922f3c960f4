import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainConflict } from "#app/planner/exact/explain-conflict.ts";
import type { Meeting, Reason, Rule, TimetableProblem } from "#app/planner/problem.ts";
import { sentenceOf } from "#app/planner/sentences.ts";
import { solveTimetable } from "#app/planner/solve.ts";
import { tinyProblem } from "#tests/planner/arbitrary-problem.ts";
import { bruteForce, countsOf, keepsRules } from "#tests/planner/brute-force.ts";

const [ana, bo, cy] = [{ id: "ana" }, { id: "bo" }, { id: "cy" }];
const untilProven = { seconds: 5, turns: 30 };

describe("a problem without a timetable says why", () => {
  it("somebody has too many meetings", () => {
    const problem = {
      slots: 3,
      people: [{ ...ana, forbidden: [2] }, bo],
      meetings: three(["ana"], ["ana"], ["ana", "bo"]),
    };
    expect(why(problem)).toEqual({
      reasons: [{ kind: "overloaded", person: "ana", meetings: 3, needed: 3, buffers: 0, free: 2 }],
      why: ["ana has 3 meetings and 2 free slots."],
    });
  });

  it("somebody has meetings that are too long together", () => {
    const meetings = [
      { id: "m1", people: ["ana"], length: 3 },
      { id: "m2", people: ["ana"], length: 2 },
    ];
    expect(why({ slots: 4, people: [ana], meetings })).toEqual({
      reasons: [{ kind: "overloaded", person: "ana", meetings: 2, needed: 5, buffers: 0, free: 4 }],
      why: ["ana has 2 meetings that take 5 slots and 4 free slots."],
    });
  });

  it("somebody has too many meetings with buffers between them", () => {
    const problem = {
      slots: 5,
      people: [{ ...ana, forbidden: [1] }, bo],
      meetings: three(["ana"], ["ana"], ["ana"]),
      buffer: 1,
    };
    expect(why(problem)).toEqual({
      reasons: [{ kind: "overloaded", person: "ana", meetings: 3, needed: 5, buffers: 2, free: 4 }],
      why: [
        "ana has 3 meetings that take 5 slots with 2 free between them, and 4 slots from the first free one to the last.",
      ],
    });
  });

  it("somebody's meetings crowd into too few slots", () => {
    const meetings: Meeting[] = [
      { id: "m1", people: ["ana", "bo"], slots: [[2, 3]] },
      { id: "m2", people: ["ana"], slots: [[2, 3]] },
      { id: "m3", people: ["ana"], fixed: 3 },
      { id: "m4", people: ["ana"] },
    ];
    expect(why({ slots: 5, people: [ana, bo], meetings })).toEqual({
      reasons: [{ kind: "crowded", person: "ana", meetings: ["m1", "m2", "m3"], needed: 3, slots: [2, 3] }],
      why: ["ana needs 3 slots for m1, m2 and m3, but these fit only into slots 2-3."],
    });
  });

  it("a meeting has no slot", () => {
    const people = [
      { ...ana, forbidden: [1] },
      { ...bo, forbidden: [2] },
    ];
    expect(why({ slots: 2, people, meetings: [{ id: "m1", people: ["ana", "bo"] }] })).toEqual({
      reasons: [{ kind: "nowhere", meeting: "m1", people: ["ana", "bo"] }],
      why: ["m1 has no slot in which ana and bo are both available and its own limits are kept."],
    });
    const meetings: Meeting[] = [{ id: "m1", people: ["ana"], fixed: 1, slots: [[2, 2]] }];
    expect(why({ slots: 2, people: [ana], meetings })).toEqual({
      reasons: [{ kind: "nowhere", meeting: "m1", people: ["ana"] }],
      why: ["m1 has no slot in which ana is available and its own limits are kept."],
    });
  });

  it("the meetings of all are too many at the same time", () => {
    const meetings: Meeting[] = three(["ana"], ["bo"], ["cy"]).map((meeting) => ({ ...meeting, slots: [[1, 1]] }));
    const others: Meeting[] = [{ id: "m4", people: ["ana"] }];
    expect(why({ slots: 3, people: [ana, bo, cy], meetings: [...meetings, ...others], capacity: 2 })).toEqual({
      reasons: [{ kind: "full", meetings: ["m1", "m2", "m3"], slots: [1], needed: 3, places: 2 }],
      why: ["m1, m2 and m3 need 3 places in slot 1, where there are 2."],
    });
  });

  it("meetings wait for each other", () => {
    const meetings: Meeting[] = [
      { id: "m1", people: ["ana"], after: ["m3"] },
      { id: "m2", people: ["bo"], after: ["m1"] },
      { id: "m3", people: ["cy"], after: ["m2"] },
      { id: "m4", people: ["cy"], after: ["m1"] },
    ];
    expect(why({ slots: 9, people: [ana, bo, cy], meetings })).toEqual({
      reasons: [{ kind: "cycle", meetings: ["m2", "m3", "m1"] }],
      why: ["m2, m3 and m1 wait for each other in a cycle."],
    });
  });

  it("meetings that follow one another have too little room", () => {
    const meetings: Meeting[] = [
      { id: "m1", people: ["ana"], length: 2 },
      { id: "m2", people: ["bo"], after: ["m1"] },
      { id: "m3", people: ["cy"], after: ["m2"] },
    ];
    const people = [ana, { ...bo, forbidden: [3] }, cy];
    expect(why({ slots: 4, people, meetings })).toEqual({
      reasons: [{ kind: "chain", meetings: ["m1", "m2", "m3"] }],
      why: ["m1, then m2, then m3: these must follow one another, and there is too little room for that."],
    });
  });

  it("three people meet in pairs in two slots", () => {
    const meetings = three(["ana", "bo"], ["ana", "cy"], ["bo", "cy"]);
    expect(why({ slots: 2, people: [ana, bo, cy], meetings, fairness: 1, capacity: 2 })).toEqual({
      reasons: [
        {
          kind: "conflict",
          minimal: true,
          rules: [
            { kind: "one-at-a-time", person: "ana" },
            { kind: "one-at-a-time", person: "bo" },
            { kind: "one-at-a-time", person: "cy" },
          ],
        },
      ],
      why: [
        "These cannot hold together: ana can be in one meeting at a time; bo can be in one meeting at a time; cy can be in one meeting at a time.",
      ],
    });
  });

  it("breaks cannot be shared fairly", () => {
    const meetings: Meeting[] = [
      { id: "m1", people: ["ana", "bo"], fixed: 1 },
      { id: "m2", people: ["ana"], fixed: 3 },
    ];
    const answer = why({ slots: 3, people: [ana, bo], meetings, fairness: 0, breaks: "round" });
    expect(answer).toEqual({
      reasons: [
        {
          kind: "conflict",
          minimal: true,
          rules: [
            { kind: "fairness", most: 0 },
            { kind: "fixed", meeting: "m1", slot: 1 },
            { kind: "fixed", meeting: "m2", slot: 3 },
          ],
        },
      ],
      why: ["These cannot hold together: breaks differ by at most 0; m1 is fixed in slot 1; m2 is fixed in slot 3."],
    });
  });
});

describe("a sentence", () => {
  it("says every kind of rule", () => {
    const rules: Rule[] = [
      { kind: "availability", person: "ana" },
      { kind: "range", meeting: "m1" },
      { kind: "after", meeting: "m2", before: "m1" },
      { kind: "capacity", places: 1 },
    ];
    expect(sentenceOf({ kind: "conflict", rules, minimal: false })).toBe(
      "These cannot hold together (some may not be needed for that): ana is away in some slots; m1 has a limited choice of slots; m2 comes after m1; at most 1 meeting at the same time.",
    );
  });

  it("owns up where the rules could not be narrowed down", () => {
    expect(sentenceOf({ kind: "exhausted" })).toBe(
      "No timetable keeps all rules. This is proven by search; the rules involved could not be narrowed down in the time given.",
    );
  });

  it("does not list more than twelve names, and joins slots that follow one another", () => {
    const meetings = Array.from({ length: 14 }, (_, i) => `m${i + 1}`);
    expect(sentenceOf({ kind: "crowded", person: "ana", meetings, needed: 14, slots: [1, 2, 3, 5, 8, 9] })).toBe(
      "ana needs 14 slots for m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12 and 2 more, but these fit only into slots 1-3, 5, 8-9.",
    );
  });
});

describe("of a tiny problem", () => {
  it("the rules of a conflict cannot hold together, and each of them is needed", () => {
    fc.assert(
      fc.property(tinyProblem(), (problem) => {
        fc.pre(!bruteForce(problem).feasible);
        const reason = explainConflict(problem, () => false);
        expect(reason).toMatchObject({ kind: "conflict", minimal: true });
        const rules = reason.kind === "conflict" ? reason.rules : [];
        expect(canHold(problem, rules)).toBe(false);
        expect(rules.filter((rule) => !canHold(problem, without(rules, rule)))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("what is named as a reason cannot be", () => {
    fc.assert(
      fc.property(tinyProblem(), (problem) => {
        const { status, reasons, why } = solveTimetable(problem, untilProven);
        fc.pre(status === "infeasible");
        expect(why).toEqual(reasons.map(sentenceOf));
        expect(reasons.filter((reason) => canHold(problem, rulesOf(problem, reason)))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

function why(problem: TimetableProblem) {
  const { status, reasons, why } = solveTimetable(problem, untilProven);
  expect(status).toBe("infeasible");
  return { reasons, why };
}

function three(...people: [string[], string[], string[]]): Meeting[] {
  return people.map((ids, i) => ({ id: `m${i + 1}`, people: ids }));
}

function without(rules: Rule[], rule: Rule): Rule[] {
  return rules.filter((other) => other !== rule);
}

/** Every rule that a reason speaks of. */
function rulesOf(problem: TimetableProblem, reason: Reason): Rule[] {
  const places: Rule[] = [
    ...problem.people.map(({ id }): Rule => ({ kind: "availability", person: id })),
    ...problem.meetings.map(({ id }): Rule => ({ kind: "range", meeting: id })),
    ...problem.meetings.flatMap(({ id, fixed }): Rule[] =>
      typeof fixed === "number" ? [{ kind: "fixed", meeting: id, slot: fixed }] : [],
    ),
  ];
  const order = problem.meetings.flatMap(({ id, after }) =>
    (after ?? []).map((before): Rule & { kind: "after" } => ({ kind: "after", meeting: id, before })),
  );
  switch (reason.kind) {
    case "overloaded":
      return [
        { kind: "availability", person: reason.person },
        { kind: "one-at-a-time", person: reason.person },
      ];
    case "crowded":
      return [...places, ...order, { kind: "one-at-a-time", person: reason.person }];
    case "nowhere":
      return places.filter((rule) => !("meeting" in rule) || rule.meeting === reason.meeting);
    case "full":
      return [...places, ...order, { kind: "capacity", places: problem.capacity! }];
    case "cycle":
      return order.filter(({ meeting, before }) => [meeting, before].every((id) => reason.meetings.includes(id)));
    case "chain":
      return [
        ...places.filter((rule) => !("meeting" in rule) || reason.meetings.includes(rule.meeting)),
        ...order.filter(({ meeting, before }) => [meeting, before].every((id) => reason.meetings.includes(id))),
      ];
    case "conflict":
      return reason.rules;
    case "exhausted":
      return [];
  }
}

/** Whether some timetable keeps these rules of the problem, tried one after the other. */
function canHold(problem: TimetableProblem, rules: Rule[]): boolean {
  const { looser, fairness } = loosened(problem, rules);
  const extend = (starts: number[]): boolean => {
    if (!keepsRules(looser, starts)) return false;
    if (starts.length === problem.meetings.length) return countsOf(problem, starts).spread <= fairness;
    return Array.from({ length: problem.slots }, (_, at) => at + 1).some((slot) => extend([...starts, slot]));
  };
  return extend([]);
}

/**
 * The problem with only these rules. Each that concerns a person has a stand-in: one that is in all meetings and never
 * away, for being in one at a time, and one for each meeting who is away as that person is.
 */
function loosened(problem: TimetableProblem, rules: Rule[]): { looser: TimetableProblem; fairness: number } {
  const names = (kind: Rule["kind"], id: string): boolean =>
    rules.some(
      (rule) =>
        rule.kind === kind && (("person" in rule && rule.person === id) || ("meeting" in rule && rule.meeting === id)),
    );
  const people = problem.people.flatMap(({ id, forbidden }) => [
    ...(names("one-at-a-time", id) ? [{ id: `${id} once` }] : []),
    ...(names("availability", id)
      ? problem.meetings.map((meeting) => ({ id: `${id} in ${meeting.id}`, forbidden }))
      : []),
  ]);
  const meetings = problem.meetings.map(({ id, people: guests, length, slots, fixed, after }) => ({
    id,
    people: guests.flatMap((guest) => [`${guest} once`, `${guest} in ${id}`]),
    length,
    slots: names("range", id) ? slots : null,
    fixed: names("fixed", id) ? fixed : null,
    after: (after ?? []).filter((before) =>
      rules.some((rule) => rule.kind === "after" && rule.meeting === id && rule.before === before),
    ),
  }));
  const capacity = rules.some(({ kind }) => kind === "capacity") ? problem.capacity : null;
  const isFair = rules.some(({ kind }) => kind === "fairness");
  return {
    looser: { slots: problem.slots, people, meetings, capacity, buffer: problem.buffer },
    fairness: isFair ? problem.fairness! : Number.POSITIVE_INFINITY,
  };
}
