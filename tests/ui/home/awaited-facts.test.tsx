import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { awaitedFacts } from "#app/ui/home/awaited-facts.tsx";

it("stand apart in a line, the group in its own language", () => {
  const record = {
    ...({
      number: "REL-2020-7QX5",
      kind: "need",
      status: "complete",
      title: "Prevoz",
      lang: "bs",
      language: null,
    } as const),
    ...{ beneficiary: { code: "regional", name: null }, since: "juče", themes: [] },
    group: { text: "Release", lang: "en" },
  };
  const line = renderToStaticMarkup(<FactLine>{awaitedFacts(textFor("bs"), record)}</FactLine>);
  const { document } = parseHTML(`<html><body>${line}</body></html>`);
  const facts = [...document.querySelectorAll(".fact-line > span")].map(({ textContent }) => textContent);
  expect(facts).toEqual(["Release", "Regionalno", expect.stringContaining("juče")]);
  expect(document.querySelector("[lang=en]")?.textContent).toBe("Release");
});
