import fc from "fast-check";
import { expect, it } from "vitest";
import { renderMarkdown } from "#app/domain/text/markdown.server.ts";
import { plainProse } from "#app/domain/text/plain-prose.ts";
import { plainText } from "#app/domain/text/plain-text.ts";

const pieces = [
  "Zatvor",
  "смештај",
  "2010",
  "1.",
  "2)",
  "-",
  "--",
  "+",
  "a-b",
  "P/CVE",
  "//",
  "www.a",
  "(x)",
  "!",
  "%",
  "§",
  "„a“",
];
const joints = [" ", " ", " ", "\n", "\n\n", "\n\n\n", "  ", "", ", ", ". ", " – ", "…"];
const prose = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...joints)), { maxLength: 14 })
  .map((list) => list.flat().join(""));

it("reads as plain only what the parser would render the same, with the same words", () => {
  let plain = 0;
  fc.assert(
    fc.property(prose, (source) => {
      if (plainProse(source) === null) return;
      plain++;
      // With a mark at its end the text takes the way through the parser.
      const marked = `${source}\n\n*x*`;
      expect(plainProse(marked)).toBeNull();
      const [short, long] = [renderMarkdown(source), renderMarkdown(marked)];
      expect(long).toEqual({ ok: true, html: `${short.ok ? short.html : ""}<p><em>x</em></p>\n` });
      expect(plainText(marked)).toBe([plainText(source), "x"].filter(Boolean).join("\n"));
    }),
    { numRuns: 2000 },
  );
  expect(plain).toBeGreaterThan(100);
});

it.each([
  "- item",
  "1. item",
  "1) item",
  "# head",
  "a\n---",
  "    code",
  "a  \nb",
  "*a*",
  "_a_",
  "`a`",
  "[a](b)",
  "<b>",
  "&amp;",
  "http://a.example",
  "www.a.example",
  "a | b",
  "a\\",
  '"',
  "'",
  "~~a~~",
  "+ item",
  "> quote",
  "a\n= b",
  "\ta",
  "a@b.example",
])("leaves %j to the parser", (source) => {
  expect(plainProse(source)).toBeNull();
});
