import fc from "fast-check";
import { expect, it } from "vitest";
import { mergeTexts } from "#app/domain/minutes/merge-texts.ts";

const base = "One\nTwo\nThree";

it("takes over what only one of two changed", () => {
  expect(mergeTexts(base, "One\nTwo\nThree\nMine", "Theirs\nOne\nTwo\nThree")).toEqual({
    text: "Theirs\nOne\nTwo\nThree\nMine",
    clashes: 0,
  });
  expect(mergeTexts(base, "One\nThree", base)).toEqual({ text: "One\nThree", clashes: 0 });
  expect(mergeTexts(base, "One\n2\nThree", "One\n2\nThree")).toEqual({ text: "One\n2\nThree", clashes: 0 });
});

it("keeps both where both changed the same line, the stored one first", () => {
  expect(mergeTexts(base, "One\nmine\nThree", "One\ntheirs\nThree")).toEqual({
    text: "One\ntheirs\nmine\nThree",
    clashes: 1,
  });
  expect(mergeTexts("", "mine", "theirs")).toEqual({ text: "theirs\nmine", clashes: 1 });
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
