import { expect, it } from "vitest";
import { calledBy, meaningOf, readRows, wordKey } from "#app/domain/forms/pasted-rows.ts";

const cells = (text: string) => readRows(text, 100).map((row) => row.cells);

it("reads what a spreadsheet, a CSV file and a person put between", () => {
  expect(cells("Prison A\tprison\tal\nCourt; B\tother\t-\n")).toEqual([
    ["Prison A", "prison", "al"],
    ["Court; B", "other", "-"],
  ]);
  expect(cells("Prison A; prison ;al")).toEqual([["Prison A", "prison", "al"]]);
  expect(cells('"Prison, the ""old"" one",prison,al\n"two\nlines",x,')).toEqual([
    ['Prison, the "old" one', "prison", "al"],
    ["two lines", "x", ""],
  ]);
});

it("reads lines that were typed under a list from a spreadsheet", () => {
  expect(cells("Prison A\tprison\tal\nCourt, B; other; -\nName, of one cell")).toEqual([
    ["Prison A", "prison", "al"],
    ["Court, B", "other", "-"],
    ["Name, of one cell"],
  ]);
});

it("leaves empty lines out and counts the others", () => {
  expect(readRows("\n a; b\n\n;;\n c; d \n", 100).map(({ row, cells: own }) => [row, ...own])).toEqual([
    [2, "a", "b"],
    [5, "c", "d"],
  ]);
  expect(readRows("", 100)).toEqual([]);
});

it("knows a word in either script, without marks and capitals, and a name without its mark", () => {
  expect(wordKey("Kosovo*")).toBe(wordKey("kosovo"));
  expect(wordKey("Crna Gora")).toBe(wordKey("ЦРНА ГОРА"));
  expect(wordKey("Zatvor")).not.toBe(wordKey("Sud"));
  expect(wordKey("služba")).toBe(wordKey("sluzba"));
});

it("finds what a word means by its beginning, if only one thing can be meant", () => {
  const things = [
    calledBy(["prison", "Zatvorska služba"], "prison"),
    calledBy(["prosecution-court", "Prosecution or court", "Tužilaštvo ili sud"], "court"),
    calledBy(["probation", "Probation", "Probacijska služba"], "probation"),
  ];
  const meant = (word: string) => meaningOf(word, things);
  expect(["Zatvor", "court", "Probation service", "ПРОБАЦИЈСКА служба"].map(meant)).toEqual([
    "prison",
    "court",
    "probation",
    "probation",
  ]);
  // Two begin so; too short to tell; nothing at all.
  expect(["služba", "pro", "castle", ""].map(meant)).toEqual([undefined, undefined, undefined, undefined]);
});

it("reads one line more than are wanted and leaves the others, however many", () => {
  const text = Array.from({ length: 20_000 }, (_, at) => `Name ${at}; other`).join("\n");
  expect(readRows(text, 2).map(({ cells: [name] }) => name)).toEqual(["Name 0", "Name 1", "Name 2"]);
  expect(readRows("a; b\nc; d", 2)).toEqual(readRows("a; b\nc; d", 100));
});
