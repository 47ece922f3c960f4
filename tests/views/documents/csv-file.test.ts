import { expect, it } from "vitest";
import { csvFile } from "#app/views/documents/csv-file.ts";

it("opens as a table in spreadsheets: a mark, CR LF, quotes where a cell needs them", () => {
  expect(
    csvFile(
      ["A", "B"],
      [
        ["one, two", 'say "no"'],
        ["l\nm", "č"],
      ],
    ),
  ).toBe('\uFEFFA,B\r\n"one, two","say ""no"""\r\n"l\nm",č\r\n');
});

it.each([
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  " =1",
  "\u00A0=1",
  "\u200B=1",
  "＝1",
  "＋1",
  "－1",
  "＠a",
])("calculates nothing: %j", (text) => {
  expect(csvFile(["A"], [[text]])).toMatch(/^\uFEFFA\r\n"?'/);
  expect(csvFile(["A"], [[text]])).toContain(`'${text}`);
});

it.each(["-1", "-12,5", "1=1", "a", "", "o'clock"])("leaves %j as it is", (text) => {
  expect(csvFile(["A"], [[text]])).toBe(`\uFEFFA\r\n${text.includes(",") ? `"${text}"` : text}\r\n`);
});
