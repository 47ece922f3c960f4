import { expect, it } from "vitest";
import { type Cell, clock, type Placed, timetableGrid } from "#app/domain/timetable/timetable-grid.ts";

const days = ["2026-11-04", "2026-11-05"];

it("gives overlapping sessions tracks of their own and every session the rows it touches", () => {
  const grid = timetableGrid(days, [
    placed("a", 0, "09:00", 60),
    placed("b", 0, "09:30", 45),
    placed("c", 0, "10:00", 30),
    placed("d", 1, "10:15", 15),
  ]);
  expect(grid.days).toEqual([
    { day: "2026-11-04", tracks: 2 },
    { day: "2026-11-05", tracks: 1 },
  ]);
  expect(grid.rows.map(({ minute, cells }) => [clock(minute), ...cells.map(sign)])).toEqual([
    ["09:00", "a2", ".", "."],
    ["09:30", "|", "b2", "."],
    ["10:00", "c1", "|", "d1"],
  ]);
});

it("goes on after midnight", () => {
  const grid = timetableGrid(days, [placed("a", 0, "23:30", 60)]);
  expect(grid.rows.map(({ minute, cells }) => [clock(minute), ...cells.map(sign)])).toEqual([
    ["23:30", "a2", "."],
    ["00:00", "|", "."],
  ]);
});

it("has no rows without sessions", () => {
  expect(timetableGrid(days, []).rows).toEqual([]);
});

it("shows the clock of another zone across midnight", () => {
  expect([clock(60 - 120), clock(1380 + 120), clock(0)]).toEqual(["23:00", "01:00", "00:00"]);
});

function placed(id: string, day: number, time: string, minutes: number): Placed {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  return { id, day: days[day]!, start: hours * 60 + rest, minutes };
}

function sign(cell: Cell<Placed>): string {
  if (cell.kind === "free") return ".";
  return cell.kind === "begins" ? `${cell.session.id}${cell.rows}` : "|";
}

it("has rows for all hours that are given, and for what lies outside of them", () => {
  const hours = { from: 9 * 60 + 15, to: 11 * 60 };
  const minutes = timetableGrid(["2026-11-04"], [], hours).rows.map(({ minute }) => minute);
  expect(minutes).toEqual([540, 570, 600, 630]);
  const late = timetableGrid(["2026-11-04"], [{ id: "a", day: "2026-11-04", start: 660, minutes: 30 }], hours);
  expect(late.rows.map(({ minute }) => minute)).toEqual([...minutes, 660]);
});
