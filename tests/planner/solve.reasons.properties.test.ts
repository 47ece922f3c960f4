import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainConflict } from "#app/planner/exact/explain-conflict.ts";
import type { Reason, Rule, TimetableProblem } from "#app/planner/problem.ts";
import { sentenceOf } from "#app/planner/sentences.ts";
import { solveTimetable } from "#app/planner/solve.ts";
import { tinyProblem } from "#tests/planner/arbitrary-problem.ts";
import { bruteForce, countsOf, keepsRules } from "#tests/planner/brute-force.ts";

const untilProven = { seconds: 5, turns: 30 };

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
