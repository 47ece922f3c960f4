import fc from "fast-check";
import { expect, it } from "vitest";
import { mergedParts, mergeTexts } from "#app/domain/minutes/merge-texts.ts";

const base = "One\nTwo\nThree";

it("takes over what only one of two changed", () => {
  expect(mergeTexts(base, "One\nTwo\nThree\nMine", "Theirs\nOne\nTwo\nThree")).toEqual({
    text: "Theirs\nOne\nTwo\nThree\nMine",
    clashes: 0,
  });
  expect(mergeTexts(base, "One\nThree", base)).toEqual({ text: "One\nThree", clashes: 0 });
  expect(mergeTexts(base, "One\n2\nThree", "One\n2\nThree")).toEqual({ text: "One\n2\nThree", clashes: 0 });
});

it("takes lines that one added beside a line that the other changed", () => {
  for (const [added, merged] of [
    ["Zero\nOne", "Zero\nOne, mine"],
    ["One\nTwo", "One, mine\nTwo"],
    ["Zero\nOne\nTwo", "Zero\nOne, mine\nTwo"],
  ] as const) {
    expect(mergeTexts("One", "One, mine", added)).toEqual({ text: merged, clashes: 0 });
    expect(mergeTexts("One", added, "One, mine")).toEqual({ text: merged, clashes: 0 });
  }
});

it("keeps both where both changed the same line, the stored one first", () => {
  expect(mergeTexts(base, "One\nmine\nThree", "One\ntheirs\nThree")).toEqual({
    text: "One\ntheirs\nmine\nThree",
    clashes: 1,
  });
  expect(mergeTexts("", "mine", "theirs")).toEqual({ text: "theirs\nmine", clashes: 1 });
});

it("shows piece by piece what stands, and what each made of the lines that both changed", () => {
  expect(mergedParts(base, "One\nmine\nThree\nFour", "Zero\nOne\ntheirs\nThree")).toEqual([
    { lines: ["Zero", "One"] },
    { theirs: ["theirs"], mine: ["mine"] },
    { lines: ["Three", "Four"] },
  ]);
  expect(mergedParts(base, base, base)).toEqual([{ lines: ["One", "Two", "Three"] }]);
  expect(mergedParts("", "", "")).toEqual([]);
});

it("loses no line that somebody wrote, and is the other text where one changed nothing", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", "d", ""), { maxLength: 8 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, text, (before, mine, theirs) => {
      expect(mergeTexts(before, mine, before).text).toBe(mine);
      expect(mergeTexts(before, before, theirs).text).toBe(theirs);
      const known = before.split("\n");
      const lines = mergeTexts(before, mine, theirs).text.split("\n");
      const written = [...mine.split("\n"), ...theirs.split("\n")].filter((line) => !known.includes(line));
      expect(written.filter((line) => line !== "" && !lines.includes(line))).toEqual([]);
    }),
  );
});

it("works no longer on ten thousand lines than somebody waits, and loses none of them", () => {
  const lines = (letters: string) => Array.from({ length: 10_000 }, (_, at) => letters[at % 7]).join("\n");
  const before = performance.now();
  const { text, clashes } = mergeTexts(
    `Head\n${lines("abcdefg")}`,
    `Head\n${lines("hijklmn")}`,
    `Head\n${lines("opqrstu")}\nEnd`,
  );
  expect(performance.now() - before).toBeLessThan(1000);
  const merged = text.split("\n");
  expect([clashes, merged.length, merged[0]]).toEqual([1, 20_002, "Head"]);
});
