import { expect, it } from "vitest";
import { sentenceIn, titleOf } from "#app/ui/live/sentence-in.ts";

const text = "They began in March. The list has no end!\n- Each prison has one officer for it.";
const around = (words: string) => sentenceIn(text, text.indexOf(words), text.indexOf(words));

it("takes what is marked, on one line", () => {
  expect(sentenceIn("a b\n  c d", 2, 7)).toBe("b c");
});

it("takes the sentence around the place where nothing is marked", () => {
  expect([around("began"), around("no end"), around("officer")]).toEqual([
    "They began in March.",
    "The list has no end!",
    "Each prison has one officer for it.",
  ]);
  expect(sentenceIn(text, text.length, text.length)).toBe("Each prison has one officer for it.");
  expect([sentenceIn("", 0, 0), sentenceIn("One.\n", 5, 5)]).toEqual(["", "One."]);
});

it("makes a title of it, cut between words", () => {
  expect(titleOf("They began in March.", 100)).toBe("They began in March");
  expect(titleOf("one two three four", 12)).toBe("one two…");
});
