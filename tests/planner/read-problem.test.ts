import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Issue } from "#app/planner/read-json.ts";
import { BadProblem, readProblem } from "#app/planner/read-problem.ts";
import { tinyProblem } from "#tests/planner/arbitrary-problem.ts";

const people = [{ id: "p1" }, { id: "p2" }];

const good = {
  slots: 22,
  people,
  meetings: [
    { id: "m1", people: ["p1", "p2"] },
    { id: "m2", people: ["p2"] },
  ],
};

const whole = {
  slots: 22,
  dayParts: [
    [1, 11],
    [12, 22],
  ],
  capacity: 21,
  people: [
    { id: "p1", forbidden: [3, 4], preferred: [1, 2] },
    { id: "p2", forbidden: [], preferred: null },
  ],
  meetings: [
    {
      id: "m1",
      people: ["p1", "p2"],
      length: 1,
      slots: [
        [1, 11],
        [5, 14],
      ],
      fixed: null,
      after: ["m7"],
    },
    { id: "m7", people: ["p1"], length: null, slots: [], fixed: 22, after: null },
  ],
  buffer: 0,
  breaks: "round",
  fairness: 2,
  previous: [{ meeting: "m1", slot: 5 }],
};

describe("a good problem", () => {
  it("is given back whole", () => {
    expect(readProblem(whole)).toStrictEqual(whole);
    expect(readProblem(good)).toStrictEqual(good);
  });

  it("may be empty, and have null for whatever may be left out", () => {
    const none = { dayParts: null, capacity: null, buffer: null, breaks: null, fairness: null, previous: null };
    const empty = { slots: 1, people: [], meetings: [], ...none };
    expect(readProblem(empty)).toStrictEqual(empty);
  });

  it("comes back from JSON, whatever it contains", () => {
    fc.assert(
      fc.property(tinyProblem(), (problem) => {
        expect(readProblem(JSON.parse(JSON.stringify(problem)))).toStrictEqual(problem);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [
      "a cycle",
      {
        ...good,
        meetings: [
          { ...m(1), after: ["m2"] },
          { ...m(2), after: ["m1"] },
        ],
      },
    ],
    [
      "a fixed slot that is forbidden",
      { ...good, people: [{ id: "p1", forbidden: [3] }], meetings: [{ ...m(1), fixed: 3 }] },
    ],
    ["a meeting longer than the round", { ...good, meetings: [{ ...m(1), length: 23 }] }],
    ["more people than a round has room for", { ...good, slots: 1, capacity: 1 }],
  ])("may have no timetable: %s", (_name, problem) => {
    expect(readProblem(problem)).toStrictEqual(problem);
  });

  it("takes names of the language for nothing but ids", () => {
    const text = `{"slots":3,"people":[{"id":"__proto__"},{"id":"constructor"}],
      "meetings":[{"id":"toString","people":["__proto__","constructor"]}, {"id":"hasOwnProperty","people":["__proto__"],"after":["toString"]}]}`;
    expect(readProblem(JSON.parse(text))).toStrictEqual(JSON.parse(text));
    expect(
      issuesOf({ ...good, meetings: [{ id: "m1", people: ["__proto__", "valueOf"], after: ["toString"] }] }),
    ).toEqual([
      { path: "meetings[0].people[0]", message: 'must be the id of a person, and there is no "__proto__"' },
      { path: "meetings[0].people[1]", message: 'must be the id of a person, and there is no "valueOf"' },
      { path: "meetings[0].after[0]", message: 'must be the id of a meeting, and there is no "toString"' },
    ]);
  });

  it("loses the keys that nobody knows, and they are told", () => {
    const text = `{"__proto__":{"slots":3},"slots":22,"seed":1,"people":[{"id":"p1","the name":"Ana"}],"previous":[{"meeting":"m1","slot":2,"end":3}],
      "meetings":[{"id":"m1","people":["p1"]},{"id":"m2","people":["p1"],"lenght":2}]}`;
    const ignored: string[] = [];
    expect(readProblem(JSON.parse(text), (path) => ignored.push(path))).toStrictEqual({
      slots: 22,
      people: [{ id: "p1" }],
      meetings: [
        { id: "m1", people: ["p1"] },
        { id: "m2", people: ["p1"] },
      ],
      previous: [{ meeting: "m1", slot: 2 }],
    });
    expect(ignored).toEqual(["__proto__", "seed", 'people[0]["the name"]', "previous[0].end", "meetings[1].lenght"]);
  });
});

describe("a bad problem", () => {
  // biome-ignore format: a case in a line
  it.each<[path: string, message: string, problem: unknown]>([
    ["", "must be an object, not []", []],
    ["", "must be an object, not null", null],
    ["", "is missing: it must be an object", undefined],
    ["slots", "is missing: it must be a whole number from 1 to 10000", { people, meetings: [] }],
    ["slots", "must be a whole number from 1 to 10000, not 0", { ...good, slots: 0 }],
    ["slots", "must be a whole number from 1 to 10000, not 10001", { ...good, slots: 10001 }],
    ["slots", "must be a whole number from 1 to 10000, not 1e+300", { ...good, slots: 1e300 }],
    ["slots", 'must be a whole number from 1 to 10000, not "22"', { ...good, slots: "22" }],
    ["slots", "must be a whole number from 1 to 10000, not NaN", { ...good, slots: Number.NaN }],
    ["dayParts", "must be a list of ranges, not 2", { ...good, dayParts: 2 }],
    ["dayParts[0]", "must be a range [first slot, last slot] within 1 to 22, not [1]", { ...good, dayParts: [[1]] }],
    ["dayParts[0]", "must be a range [first slot, last slot] within 1 to 22, not [5, 4]", { ...good, dayParts: [[5, 4]] }],
    ["dayParts[0][1]", "must be a whole number from 1 to 22, not 23", { ...good, dayParts: [[1, 23]] }],
    ["dayParts[1]", "must begin after slot 11, where the part before it ends, not in slot 11", { ...good, dayParts: [[1, 11], [11, 22]] }],
    ["capacity", "must be a whole number from 1 to 2147483647, not 0", { ...good, capacity: 0 }],
    ["buffer", "must be a whole number from 0 to 2147483647, not -1", { ...good, buffer: -1 }],
    ["breaks", 'must be "round" or "dayPart", not "day"', { ...good, breaks: "day" }],
    ["fairness", "must be a whole number from 0 to 2147483647, not 0.5", { ...good, fairness: 0.5 }],
    ["people", "is missing: it must be a list", { ...good, people: undefined }],
    ["people[0]", 'must be a person: an object with an id, not "p1"', { ...good, people: ["p1"], meetings: [] }],
    ["people[1].id", "must be a text that is not empty, not 7", { ...good, people: [{ id: "p1" }, { id: 7 }], meetings: [] }],
    ["people[0].id", 'must be a text that is not empty, not ""', { ...good, people: [{ id: "" }], meetings: [] }],
    ["people[2].id", 'must be unique, and "p1" is the id of people[0] too', { ...good, people: [...people, { id: "p1" }] }],
    ["people[0].forbidden[1]", "must be a whole number from 1 to 22, not 0", withPerson({ forbidden: [1, 0] })],
    ["people[0].preferred[0]", "must be a whole number from 1 to 22, not 23", withPerson({ preferred: [23] })],
    ["people[0].preferred", "must be a list of slots, not an object", withPerson({ preferred: {} })],
    ["meetings", "must be a list, not an object", { ...good, meetings: {}, previous: [{ meeting: "m1", slot: 1 }] }],
    ["meetings[1].id", 'must be unique, and "m1" is the id of meetings[0] too', { ...good, meetings: [m(1), m(1)] }],
    ["meetings[0].people", "must be a list of at least one id of a person, not []", withMeeting({ people: [] })],
    ["meetings[0].people", "is missing: it must be a list of ids of people", withMeeting({ people: undefined })],
    ["meetings[0].people[1]", 'must be the id of a person, and there is no "p9"', withMeeting({ people: ["p1", "p9"] })],
    ["meetings[0].people[2]", 'must not name "p1" a second time', withMeeting({ people: ["p1", "p2", "p1"] })],
    ["meetings[0].length", "must be a whole number from 1 to 2147483647, not 0", withMeeting({ length: 0 })],
    ["meetings[0].slots[1][0]", "must be a whole number from 1 to 22, not 0", withMeeting({ slots: [[1, 2], [0, 2]] })],
    ["meetings[0].slots[0]", "must be a range [first slot, last slot] within 1 to 22, not an object", withMeeting({ slots: [{}] })],
    ["meetings[0].fixed", "must be a whole number from 1 to 22, not 23", withMeeting({ fixed: 23 })],
    ["meetings[0].after[0]", 'must be another meeting: "m1" cannot be after itself', withMeeting({ after: ["m1"] })],
    ["meetings[0].after[1]", 'must be the id of a meeting, and there is no "m9"', withMeeting({ after: ["m2", "m9"] })],
    ["meetings[0].after", "must be a list of ids of meetings, not a text of 41 characters", withMeeting({ after: "x".repeat(41) })],
    ["previous", "must be a list, not true", { ...good, previous: true }],
    ["previous[0].slot", "is missing: it must be a whole number from 1 to 22", { ...good, previous: [{ meeting: "m1" }] }],
    ["previous[0].slot", "must be a whole number from 1 to 22, not 23", { ...good, previous: [{ meeting: "m1", slot: 23 }] }],
    ["previous[0].meeting", 'must be the id of a meeting, and there is no "m9"', { ...good, previous: [{ meeting: "m9", slot: 2 }] }],
    ["previous[1].meeting", 'must not name "m1" a second time', { ...good, previous: [{ meeting: "m1", slot: 2 }, { meeting: "m1", slot: 2 }] }],
  ])("%s %s", (path, message, problem) => {
    expect(issuesOf(problem)).toEqual([{ path, message }]);
  });

  it("tells everything that is wrong at once, and makes no second mistake of a bad item", () => {
    const ignored: string[] = [];
    const problem = {
      slots: 0,
      people: [{ id: "p1", forbidden: "monday" }, { id: "p1" }],
      meetings: [
        { id: "m1", people: ["p1", "p3"] },
        { id: "m2", people: [] },
        { id: "m3", people: ["p1"], after: ["m2"] },
      ],
      previous: [{ meeting: "m4", slot: 1 }],
      seed: 1,
    };
    expect(issuesOf(problem, (path) => ignored.push(path))).toEqual([
      { path: "slots", message: "must be a whole number from 1 to 10000, not 0" },
      { path: "people[0].forbidden", message: 'must be a list of slots, not "monday"' },
      { path: "people[1].id", message: 'must be unique, and "p1" is the id of people[0] too' },
      { path: "meetings[1].people", message: "must be a list of at least one id of a person, not []" },
      { path: "meetings[0].people[1]", message: 'must be the id of a person, and there is no "p3"' },
      { path: "previous[0].meeting", message: 'must be the id of a meeting, and there is no "m4"' },
    ]);
    expect(ignored).toEqual([]);
  });

  it("says it in its message too", () => {
    expect(() => readProblem({ ...good, slots: 0, buffer: -1 })).toThrow(
      "Not a timetable problem: slots must be a whole number from 1 to 10000, not 0; buffer must be a whole number from 0 to 2147483647, not -1",
    );
  });

  it.each([
    ["bad meetings", { ...good, meetings: many(() => 7) }],
    ["strangers", { ...good, meetings: many((at) => ({ id: `m${at}`, people: ["p3", "p4"] })) }],
    ["strangers in one meeting", { ...good, meetings: [{ id: "m1", people: many((at) => `x${at}`) }] }],
    ["equal ids", { ...good, meetings: many(() => m(1)) }],
    ["bad slots", withPerson({ forbidden: many(() => 0) })],
    ["unknown meetings before", withMeeting({ after: many(() => "m9") })],
    ["unknown meetings of the timetable before", { ...good, previous: many(() => ({ meeting: "m9", slot: 1 })) }],
  ])("is told in at most 50 lines: %s", (_name, problem) => {
    expect(issuesOf(problem)).toHaveLength(50);
  });
});

const large = (slots: number) => ({
  slots,
  people: many((at) => ({ id: `p${at}`, forbidden: [1, 2] })),
  meetings: many((at) => ({ id: `m${at}`, people: [`p${at}`, `p${(at * 7 + 1) % 100_000}`], slots: [[1, 50]] })),
  previous: many((at) => ({ meeting: `m${at}`, slot: 3 })),
});

it("reads 100,000 meetings", () => {
  expect(readProblem(large(100)).meetings.at(-1)).toEqual({
    id: "m99999",
    people: ["p99999", "p99994"],
    slots: [[1, 50]],
  });
});

it("refuses what does not fit into memory", () => {
  expect(issuesOf(large(101))).toEqual([
    { path: "slots", message: "must be fewer for so many people and meetings: 10100000 places are too many" },
  ]);
});

function issuesOf(problem: unknown, ignored?: (path: string) => void): Issue[] {
  try {
    readProblem(problem, ignored);
  } catch (error) {
    if (error instanceof BadProblem) return error.issues;
    throw error;
  }
  return [];
}

function m(number: number) {
  return { id: `m${number}`, people: ["p1"] };
}

function withPerson(change: object) {
  return { ...good, people: [{ id: "p1", ...change }, { id: "p2" }] };
}

function withMeeting(change: object) {
  return { ...good, meetings: [{ ...good.meetings[0], ...change }, ...good.meetings.slice(1)] };
}

function many<T>(item: (at: number) => T): T[] {
  return Array.from({ length: 100_000 }, (_, at) => item(at));
}
