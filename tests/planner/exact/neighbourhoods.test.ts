import { expect, it } from "vitest";
import { acquaintedFirst } from "#app/planner/exact/acquainted.ts";
import { Neighbourhoods } from "#app/planner/exact/neighbourhoods.ts";
import { type Model, modelOf } from "#app/planner/model.ts";
import { Random } from "#app/planner/random.ts";
import { Constructor } from "#app/planner/search/construct.ts";
import { breaksIn } from "#app/planner/search/objective.ts";
import { mixedProblem } from "#tests/planner/mixed-problem.ts";
import { looseFair } from "#tests/support/loose-fair.ts";

const FAIR = {
  people: 40,
  meetings: 100,
  slots: 16,
  capacity: 10,
  morning: 9,
  windows: 0.3,
  tail: 0.8,
  top: 12,
  away: 0.3,
};

it("holds the timetable it is drawn of, and more by hours or by slots in turn", () => {
  for (const model of [modelOf(looseFair(4, FAIR)), modelOf(mixedProblem(1))]) {
    const start = timetable(model);
    const neighbourhoods = new Neighbourhoods(model, 1);
    let byHours = 0;
    for (let i = 0; i < 8; i++) {
      const { mayMove, idle, spared } = neighbourhoods.draw(start);
      for (let m = 0; m < model.meetings; m++) expect(busyWhileIdle(model, start, m, idle)).toBe(false);
      for (const p of spared) expect(breaksIn(model, start, p)).toBe(0);
      expect(sum(mayMove)).toBeGreaterThan(0);
      if (sum(idle) > 0) {
        byHours++;
        expect(sum(mayMove)).toBe(model.meetings);
      } else expect(sum(mayMove)).toBeLessThan(model.meetings);
    }
    expect(byHours).toBe(4);
  }
});

it("gets wider where nothing was better and narrower where that took too long", () => {
  const model = modelOf(looseFair(4, FAIR));
  const start = timetable(model);
  const size = (neighbourhoods: Neighbourhoods) => {
    let all = 0;
    for (let i = 0; i < 4; i++) {
      const { mayMove, idle } = neighbourhoods.draw(start);
      all += sum(mayMove) / model.meetings - sum(idle) / idle.length;
    }
    return all;
  };
  const after = (verdict: "unsatisfiable" | "stopped") => {
    const neighbourhoods = new Neighbourhoods(model, 1);
    for (let i = 0; i < 40; i++) {
      neighbourhoods.draw(start);
      neighbourhoods.adjust(verdict);
    }
    return size(neighbourhoods);
  };
  const first = size(new Neighbourhoods(model, 1));
  expect(after("unsatisfiable")).toBeGreaterThan(first);
  expect(after("stopped")).toBeLessThan(first);
});

it("orders all people around somebody who has a break", () => {
  const model = modelOf(looseFair(4, FAIR));
  const start = timetable(model);
  for (let seed = 1; seed <= 20; seed++) {
    const order = acquaintedFirst(model, start, new Random(seed));
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: model.people }, (_, p) => p));
    expect(breaksIn(model, start, order[0]!)).toBeGreaterThan(0);
    expect(meet(model, order[0]!, order[1]!)).toBe(true);
  }
});

function timetable(model: Model): Int32Array {
  return new Constructor(model, 1).run(20_000, () => false)!.slice();
}

function busyWhileIdle(model: Model, start: Int32Array, m: number, idle: Uint8Array): boolean {
  const from = start[m]!;
  return Array.from(model.attendees[m]!).some((p) =>
    idle.subarray(p * model.slots + from, p * model.slots + from + model.length[m]!).includes(1),
  );
}

function meet(model: Model, p: number, q: number): boolean {
  return model.attendees.some((people) => people.includes(p) && people.includes(q));
}

function sum(flags: Uint8Array): number {
  return flags.reduce((all, flag) => all + flag, 0);
}
