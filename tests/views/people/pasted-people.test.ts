import { expect, it } from "vitest";
import { meaningOf } from "#app/domain/forms/pasted-rows.ts";
import { pastedWords } from "#app/views/people/pasted-people.ts";

it("reads roles in every form in which people write them, in both languages", () => {
  const { roles } = pastedWords();
  const written = {
    organiser: ["Organizator", "organizatorica", "Organizatorka", "organizer", "Организаторка"],
    participant: ["Učesnik", "učesnica", "UCESNICA", "Sudionica", "sudionik", "учесница", "participant"],
    consultant: ["konsultantica", "Konzultantica", "konsultantkinja", "Konsultant", "consultant"],
    observer: ["posmatračica", "Posmatrac", "promatračica", "observer"],
  };
  for (const [role, words] of Object.entries(written)) {
    expect(words.map((word) => [word, meaningOf(word, roles)])).toEqual(words.map((word) => [word, role]));
  }
  expect(["nosač", "direktorica"].map((word) => meaningOf(word, roles))).toEqual([undefined, undefined]);
});
