import { checkCapacity, checkFairness, checkMeetings, checkPeople, seat } from "#app/planner/check-rules.ts";
import { ascending, breaksByPerson, diariesOf, type Measured, measure } from "#app/planner/measure-answer.ts";
import type { TimetableProblem } from "#app/planner/problem.ts";
import type { GivenAnswer } from "#app/planner/read-problem.ts";
import { type Report, some, type Violation } from "#app/planner/violation.ts";

export interface Check {
  ok: boolean;
  violations: Violation[];
  measured: Measured;
}

/**
 * Checks an answer against the definitions of a timetable problem, whoever gave it: every rule of the problem, and the
 * numbers that the answer states, counted anew. It shares nothing with the solver, so that a mistake in one shows in
 * the other. What only a proof could show (`infeasible`, and that a bound is one) is taken on trust.
 *
 * @param problem a valid one, as `readProblem` gives it
 * @param answer `notified` and `preferencesMissed` may be missing
 */
export function checkAnswer(problem: TimetableProblem, answer: GivenAnswer): Check {
  const violations: Violation[] = [];
  const report: Report = (rule, message, { people = [], meetings = [], slots = [] } = {}) => {
    violations.push({ rule, message, people, meetings, slots });
  };
  let measured: Measured = { breaks: null, spread: null, notified: null, preferencesMissed: null };
  if (answer.status === "infeasible" || answer.status === "unknown") {
    checkNoTimetable(answer, report);
  } else {
    const sittings = seat(problem, answer, report);
    const diaries = diariesOf(problem, sittings);
    checkPeople(problem, diaries, report);
    checkMeetings(sittings, report);
    checkCapacity(problem, sittings, report);
    if (sittings.size === problem.meetings.length) {
      const breaks = breaksByPerson(problem, diaries);
      checkFairness(problem, breaks, report);
      measured = measure(problem, diaries, breaks);
      checkStatements(answer, measured, report);
    }
  }
  return { ok: violations.length === 0, violations, measured };
}

function checkNoTimetable(answer: GivenAnswer, report: Report): void {
  const places = answer.placements.length;
  if (places > 0) {
    report("status", `The answer says "${answer.status}" and has ${some(places, "placement")}.`, {
      meetings: answer.placements.map(({ meeting }) => meeting),
      slots: ascending(answer.placements.map(({ slot }) => slot)),
    });
  }
  for (const number of ["breaks", "spread"] as const) {
    if (answer[number] === null) continue;
    report(number, `The answer says "${answer.status}" and states ${number} ${answer[number]} of no timetable.`);
  }
}

function checkStatements(answer: GivenAnswer, measured: Measured, report: Report): void {
  for (const number of ["breaks", "spread", "notified", "preferencesMissed"] as const) {
    const counted = measured[number];
    const stated = answer[number];
    if (counted === null || stated === undefined || stated === counted) continue;
    report(number, `The answer states ${number} ${stated}, and the count is ${counted}.`);
  }
  const { breaks } = measured;
  const bound = answer.lowerBound;
  if (breaks === null) return;
  if (bound > breaks) {
    report("lowerBound", `The answer says that there are at least ${some(bound, "break")}, and it has ${breaks}.`);
  } else if (answer.status === "optimal" && bound !== breaks) {
    report("optimal", `The answer says "optimal" for ${some(breaks, "break")}, and its lower bound is ${bound}.`);
  }
}
