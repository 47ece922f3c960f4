import { expect, test } from "vitest";
import { stagesWritten, writeStages } from "#app/domain/search/query/evidence-stages.ts";

test.each([
  ["3", 3, 3, "3"],
  ["=3", 3, 3, "3"],
  [">=3", 3, 5, ">=3"],
  ["≥ 3", 3, 5, ">=3"],
  ["=>3", 3, 5, ">=3"],
  ["3+", 3, 5, ">=3"],
  [">2", 3, 5, ">=3"],
  ["<3", 0, 2, "<=2"],
  ["<=3", 0, 3, "<=3"],
  ["≤3", 0, 3, "<=3"],
  ["2..4", 2, 4, "2..4"],
  ["2…4", 2, 4, "2..4"],
  ["2–4", 2, 4, "2..4"],
  ["4-2", 2, 4, "2..4"],
  ["3..5", 3, 5, ">=3"],
  ["0..2", 0, 2, "<=2"],
  ["3..3", 3, 3, "3"],
  [">=5", 5, 5, "5"],
  ["<1", 0, 0, "0"],
  ["0", 0, 0, "0"],
  [">=0", 0, 5, ">=0"],
  ["3", 3, 3, "3"],
])("%s", (text, least, most, written) => {
  expect(stagesWritten(text)).toEqual({ least, most });
  expect(writeStages({ least, most })).toBe(written);
  expect(stagesWritten(written)).toEqual({ least, most });
});

test.each([
  "",
  "6",
  ">5",
  "<0",
  ">=6",
  "<=6",
  "2..6",
  "-1",
  "10",
  "3.5",
  ">=3+",
  ">=2..4",
  "three",
  "..",
  "2..",
  "٣",
  "x".repeat(99),
])("refuses %j", (text) => {
  expect(stagesWritten(text)).toBeNull();
});
