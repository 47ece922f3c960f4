import { expect, it } from "vitest";
import { courseOf, elapsed, itemAfter, type LiveStep, usedBy } from "#app/domain/live/live-course.ts";

const endsAt = "2026-11-04T09:00:00.000Z";
const at = (clock: string) => `2026-11-04T${clock}:00.000Z`;
const item = (itemId: string, clock: string): LiveStep => ({ kind: "item", itemId, at: at(clock) });
const step = (kind: "pause" | "end", clock: string): LiveStep => ({ kind, itemId: null, at: at(clock) });
const course = (steps: LiveStep[], clock = "08:30", ids = ["a", "b", "c"]) =>
  courseOf(steps, ids, { endsAt, version: steps.length, now: new Date(at(clock)) });
const minutes = (span: number | null) => (span ?? Number.NaN) / 60_000;

it("adds up the time of an item to which one comes back, and counts pauses for none", () => {
  const steps = [
    item("a", "08:00"),
    item("b", "08:10"),
    step("pause", "08:15"),
    item("a", "08:20"),
    item("c", "08:23"),
  ];
  const now = course(steps);
  expect(now).toEqual({
    phase: "running",
    itemId: "c",
    since: at("08:23"),
    startedAt: at("08:00"),
    used: { a: 13 * 60_000, b: 5 * 60_000 },
    version: 5,
  });
  const half = Date.parse(at("08:30"));
  expect(["a", "b", "c"].map((id) => minutes(usedBy(now, id, half)))).toEqual([13, 5, 7]);
  expect(minutes(elapsed(now, half))).toBe(30);
});

it("stands still in a pause and at the end, and knows what was spoken about", () => {
  const paused = course([item("a", "08:00"), step("pause", "08:05")]);
  expect([paused.phase, paused.itemId, minutes(usedBy(paused, "a", Date.parse(at("08:30"))))]).toEqual([
    "paused",
    "a",
    5,
  ]);
  const ended = course([item("a", "08:00"), step("end", "08:05")]);
  expect([ended.phase, minutes(elapsed(ended, Date.parse(at("08:30"))))]).toEqual(["ended", 5]);
  expect([course([]).phase, elapsed(course([]), 0)]).toEqual(["ready", null]);
});

it("takes a step to an item that is not shared any more for a pause", () => {
  const now = course([item("a", "08:00"), item("hidden", "08:10"), item("b", "08:12")]);
  expect([now.used, now.itemId]).toEqual([{ a: 10 * 60_000 }, "b"]);
  expect(course([item("hidden", "08:10")])).toMatchObject({ phase: "paused", itemId: null, used: {} });
});

it("ends a session that was forgotten when it was planned to, or with its last step", () => {
  const forgotten = course([item("a", "08:00")], "13:01");
  expect([forgotten.phase, forgotten.since, minutes(forgotten.used.a ?? 0)]).toEqual(["ended", endsAt, 60]);
  expect(course([item("a", "08:00")], "13:00").phase).toBe("running");
  const late = course([item("a", "08:00"), item("b", "09:30")], "13:01");
  expect([late.since, late.used]).toEqual([at("09:30"), { a: 90 * 60_000, b: 0 }]);
});

it("knows what comes next", () => {
  const items = [{ id: "a" }, { id: "b" }];
  const next = (steps: LiveStep[]) => itemAfter(items, course(steps))?.id ?? null;
  expect([next([]), next([item("a", "08:00")]), next([item("b", "08:00")])]).toEqual(["a", "b", null]);
});
