import { describe, expect, it } from "vitest";
import { checkAnswer } from "#app/planner/check-answer.ts";
import type { Meeting, SlotRange } from "#app/planner/problem.ts";
import type { GivenAnswer } from "#app/planner/read-problem.ts";
import { ana, at, bo, broken, cy, m1, m2, m3, ranges, violation } from "#tests/planner/given-answer.ts";

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
