import { describe, expect, it } from "vitest";
import { BadProblem, readAnswer } from "#app/planner/read-problem.ts";

describe("an answer", () => {
  const answer = { status: "feasible", breaks: 4, spread: 1, lowerBound: 0, placements: [{ meeting: "m1", slot: 5 }] };

  it("is given back, with and without what other programs leave out", () => {
    expect(readAnswer(answer)).toStrictEqual(answer);
    const all = {
      ...answer,
      notified: 1,
      preferencesMissed: null,
      why: ["Because."],
      reasons: [{ kind: "exhausted" }],
    };
    expect(readAnswer(all)).toStrictEqual(all);
    const none = {
      status: "infeasible",
      breaks: null,
      spread: null,
      lowerBound: 0,
      placements: [],
      why: [],
      reasons: null,
    };
    expect(readAnswer(none)).toStrictEqual(none);
  });

  it("may place what is not there: that is for the checker", () => {
    const odd = {
      ...answer,
      placements: [
        { meeting: "__proto__", slot: -5 },
        { meeting: "__proto__", slot: 99_999 },
      ],
    };
    expect(readAnswer(odd)).toStrictEqual(odd);
  });

  it("loses the keys that nobody knows, and they are told", () => {
    const ignored: string[] = [];
    const more = { ...answer, seconds: 2, placements: [{ meeting: "m1", slot: 5, room: 3 }] };
    expect(readAnswer(more, (path) => ignored.push(path))).toStrictEqual(answer);
    expect(ignored).toEqual(["placements[0].room", "seconds"]);
  });

  it.each<[path: string, message: string, change: object]>([
    ["status", 'must be optimal, feasible, infeasible or unknown, not "good"', { status: "good" }],
    ["breaks", "is missing: it must be a whole number from 0", { breaks: undefined }],
    ["spread", "must be a whole number from 0, not -1", { spread: -1 }],
    ["lowerBound", "must be a whole number from 0, not null", { lowerBound: null }],
    ["notified", "must be a whole number from 0, not 1.5", { notified: 1.5 }],
    ["why[0]", "must be a text, not 3", { why: [3] }],
    ["placements", "must be a list, not null", { placements: null }],
    ["placements[0].slot", 'must be a whole number, not "5"', { placements: [{ meeting: "m1", slot: "5" }] }],
  ])("is bad: %s %s", (path, message, change) => {
    const read = () => readAnswer({ ...answer, ...change });
    expect(read).toThrow(BadProblem);
    expect(read).toThrow(`Not a timetable answer: ${path} ${message}`);
  });
});
