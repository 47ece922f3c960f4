import { describe, expect, it } from "vitest";
import { messageOf } from "#app/domain/forms/message.ts";
import { address, requiredText } from "#app/domain/forms/text-fields.ts";

describe("an address", () => {
  // As they come along from mail programs, documents and chats.
  const unseen = ["\u200B", "\u200D", "\u202A", "\u202E", "\u2066", "\u2069", "\uFEFF", "\u00A0", "\u00AD", "\t", " "];

  it.each(unseen)("loses what nobody sees around it: %j", (mark) => {
    expect(address().parse(`${mark}Ana@Test.example${mark}${mark}`)).toBe("ana@test.example");
  });

  it.each(["ana @test.example", "ana@test.example,bo@test.example", "Ana <ana@test.example>", "\u200B"])(
    "is refused where something that can be seen is wrong: %j",
    (text) => {
      expect(address().safeParse(text).success).toBe(false);
    },
  );
});

it("looks into no text that is too long: that would take seconds, and it is refused anyway", () => {
  const told = (text: string) =>
    requiredText(100)
      .safeParse(text)
      .error?.issues.map((issue) => messageOf(issue).key);
  expect([told("Number 0101990170003"), told(`Number 0101990170003 ${"word ".repeat(80_000)}`)]).toEqual([
    ["knowledge.guardAt.jmbg"],
    ["common.tooLong"],
  ]);
});
