import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Crowd, findCrowd } from "#app/planner/presolve/matching.ts";

const places = 5;
const someOptions = fc.array(fc.uniqueArray(fc.nat({ max: places - 1 }), { maxLength: 4 }), { maxLength: 7 });
const someRoom = fc.array(fc.nat({ max: 2 }), { minLength: places, maxLength: places });

describe("findCrowd", () => {
  it("finds things with too few places exactly where they do not all fit", () => {
    fc.assert(
      fc.property(someOptions, someRoom, (options, room) => {
        const crowd = findCrowd(options, room);
        expect(crowd === null).toBe(fits(options, room));
        if (crowd) expect(crowd).toEqual(closed(crowd, options));
        if (crowd) expect(crowd.things.length).toBeGreaterThan(crowd.places.reduce((sum, j) => sum + room[j]!, 0));
      }),
      { numRuns: 5000 },
    );
  });

  it("knows the easy cases", () => {
    expect(findCrowd([], [])).toBeNull();
    expect(findCrowd([[]], [1])).toEqual({ things: [0], places: [] });
    expect(findCrowd([[0], [0, 1], [1]], [1, 1])).toEqual({ things: [0, 1, 2], places: [0, 1] });
    expect(findCrowd([[0], [0, 1], [1]], [1, 2])).toBeNull();
    expect(findCrowd([[2], [0], [0], [1, 2]], [1, 1, 1])).toEqual({ things: [1, 2], places: [0] });
  });

  it("moves everything along by one where that makes room", () => {
    const count = 5000;
    const options = Array.from({ length: count }, (_, i) => [i, i + 1]);
    expect(findCrowd([...options, [0]], new Int32Array(count + 1).fill(1))).toBeNull();
  });
});

/** Tries every place for every thing. */
function fits(options: number[][], room: number[]): boolean {
  const [first, ...rest] = options;
  if (!first) return true;
  return first.some((j) => room[j]! > 0 && fits(rest, room.with(j, room[j]! - 1)));
}

/** The same things, each once and in order, with all places that any of them may have. */
function closed({ things }: Crowd, options: number[][]): Crowd {
  const ascending = (numbers: number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);
  return { things: ascending(things), places: ascending(things.flatMap((i) => options[i]!)) };
}

it("moves a long row of things along without running out of stack", () => {
  const length = 9000;
  const options = Array.from({ length }, (_, i) => [i, i + 1]);
  expect(findCrowd([...options, [0]], new Int32Array(length + 1).fill(1))).toBeNull();
});
