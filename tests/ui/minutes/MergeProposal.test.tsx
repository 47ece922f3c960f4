import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { TextProvider } from "#app/i18n/TextContext.tsx";
import { MergeProposal } from "#app/ui/minutes/MergeProposal.tsx";

function proposed(body: string, current: { body: string; begun: string }): string[] {
  const html = renderToStaticMarkup(
    <TextProvider text={textFor("en")}>
      <MergeProposal answer={{ values: { body }, current, errors: {}, formErrors: [] }} lang="bs" />
    </TextProvider>,
  );
  const { document } = parseHTML(`<main>${html}</main>`);
  return [...document.querySelectorAll(".notice, .pre, dt, .soft")].map((node) =>
    (node.textContent ?? "").replaceAll("\n", "/").replace(/ +/g, " ").trim(),
  );
}

it("shows the text that would come out, and no question where only one of two changed a line", () => {
  expect(proposed("One\r\nTwo, mine", { begun: "One\nTwo", body: "Zero\nOne\nTwo" })).toEqual([
    "Both texts can stand together, as below. Lines that only one of you changed are taken over.",
    "Zero/One/Two, mine",
  ]);
});

it("shows side by side what each made of the lines that both changed", () => {
  expect(proposed("One\nTwo, mine\nThree", { begun: "One\nTwo\nThree", body: "One\nTwo, theirs\nThree" })).toEqual([
    "Both texts can stand together, as below. Lines that only one of you changed are taken over. At one place both changed the same lines. Both stand there, one after the other.",
    ...["One", "Saved meanwhile", "Two, theirs", "Yours", "Two, mine", "Three"],
  ]);
});
