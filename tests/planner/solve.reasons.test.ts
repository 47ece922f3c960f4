import { describe, expect, it } from "vitest";
import type { Meeting, TimetableProblem } from "#app/planner/problem.ts";
import { solveTimetable } from "#app/planner/solve.ts";

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

function why(problem: TimetableProblem) {
  const { status, reasons, why } = solveTimetable(problem, untilProven);
  expect(status).toBe("infeasible");
  return { reasons, why };
}

function three(...people: [string[], string[], string[]]): Meeting[] {
  return people.map((ids, i) => ({ id: `m${i + 1}`, people: ids }));
}
