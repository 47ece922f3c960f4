import { expect, it } from "vitest";
import { questionTitles } from "#app/domain/minutes/questions/question-titles.ts";

const template = { en: "What helps?", bs: "Šta pomaže?" };

it("takes the words of a template for languages in which it was not asked", () => {
  expect(questionTitles([{ title: "What helps?", language: "en" }], [template])).toEqual(template);
  expect(questionTitles([], [template])).toEqual(template);
});

it("says what was asked last where words were changed, and nothing that a template said before", () => {
  const asked = [
    { title: "What helps?", language: "en" },
    { title: "What helps at home?", language: "en" },
  ];
  expect(questionTitles(asked.slice(1), [template])).toEqual({ en: "What helps at home?" });
  expect(questionTitles([{ title: "Šta zaista pomaže?", language: "bs" }], [template])).toEqual({
    bs: "Šta zaista pomaže?",
  });
});
