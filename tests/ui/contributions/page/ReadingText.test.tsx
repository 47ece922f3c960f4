import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { TextProvider } from "#app/i18n/TextContext.tsx";
import { ReadingText, type ReadingTextProps } from "#app/ui/contributions/page/ReadingText.tsx";

const bosnian = { tag: "bs", selfName: "Bosanski" };

function saidHowOften(props: Omit<ReadingTextProps, "lang">): number {
  const page = renderToStaticMarkup(
    <TextProvider text={textFor("en")}>
      <ReadingText lang="en" {...props} />
    </TextProvider>,
  );
  return page.split("Not translated.").length - 1;
}

it("says once of parts that follow each other that they are not translated", () => {
  const section = (code: "need" | "actors" | "steps", from: typeof bosnian | null) => ({
    code,
    html: "<p>x</p>",
    from,
  });
  const sections = [section("need", bosnian), section("actors", bosnian), section("steps", bosnian)] as never;
  expect(saidHowOften({ bodyHtml: "<p>x</p>", bodyIn: bosnian, sections })).toBe(1);
  expect(saidHowOften({ bodyHtml: "", sections })).toBe(1);
  expect(saidHowOften({ bodyHtml: "<p>x</p>", sections })).toBe(1);
  const parted = [section("need", bosnian), section("actors", null), section("steps", bosnian)] as never;
  expect(saidHowOften({ bodyHtml: "<p>x</p>", sections: parted })).toBe(2);
});
