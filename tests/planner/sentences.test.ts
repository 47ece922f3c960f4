import { describe, expect, it } from "vitest";
import type { Rule } from "#app/planner/problem.ts";
import { sentenceOf } from "#app/planner/sentences.ts";

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
