import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "#app/domain/text/markdown.server.ts";
import { plainText } from "#app/domain/text/plain-text.ts";
import { shownText } from "#app/domain/text/shown-text.ts";
import { keepTypedNumbers } from "#app/domain/text/typed-numbers.ts";

const html = (source: string) => {
  const rendered = renderMarkdown(source);
  return rendered.ok ? rendered.html.replaceAll("\n", "") : rendered.reason;
};

describe("days and years at the beginning of a line", () => {
  it.each([
    "4. novembra 2020. počeo je\n\n6. novembra 2020. završen\n\n21. januara 2021. izvještaj",
    "4. новембра 2020. почео\n\n6. новембра 2020. завршен",
    "4. studenoga 2020.\n\n5. studenoga 2020.",
    "4. nëntor 2020\n\n6. nëntor 2020",
    "4. november 2020\n\n6. november 2020",
    "2026. godina je prva\n1985. počelo je",
    "1. a\n\n3. b",
    "1. a\n1. b",
    "4) prvo\n9) drugo",
    "> 4. maja\n> 9. maja",
  ])("stay as they were typed: %j", (source) => {
    expect(html(source)).not.toContain("<ol");
    for (const number of source.match(/\d+[.)]/g) ?? []) expect(shownText(html(source))).toContain(number);
    for (const number of source.match(/^\d+[.)]/gm) ?? []) expect(plainText(source)).toContain(number);
  });

  it("stay in a bullet", () => {
    expect(html("- 18. septembar: prvi\n- 20. septembar: drugi")).toBe(
      "<ul><li>18. septembar: prvi</li><li>20. septembar: drugi</li></ul>",
    );
  });
});

it("leaves lists that count lists", () => {
  for (const list of ["1. a\n2. b\n3. c", "3. a\n   1. x\n   2. y\n4. c", "1. a\n\n2. b", "1. Maj\n2. plan\n3. kraj"]) {
    expect(keepTypedNumbers(list)).toBe(list);
  }
  expect(keepTypedNumbers("```\n4. x\n9. y\n```")).toBe("```\n4. x\n9. y\n```");
});

it("shows every number that was typed at the beginning of a line, whatever the numbers are", () => {
  const line = fc.tuple(fc.nat(2100), fc.constantFrom(".", ")"), fc.constantFrom("maja", "tačka", "je", "x"));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom("\n", "\n\n"), (rows, between) => {
      const source = rows.map(([number, mark, word]) => `${number}${mark} ${word}`).join(between);
      expect(numbersShown(html(source))).toEqual(rows.map(([number]) => number));
    }),
    { numRuns: 500 },
  );
});

/** Numbers at the beginning of lines as a browser shows them: typed ones, and those that it counts. */
function numbersShown(shown: string): number[] {
  const numbers: number[] = [];
  const parts = shown.matchAll(/<ol(?: start="(\d+)")?>|<li>|(?:<p>|<br \/>)(\d+)[.)]/g);
  let next = 1;
  for (const [part, start, typed] of parts) {
    if (part.startsWith("<ol")) next = Number(start ?? 1);
    else if (part === "<li>") numbers.push(next++);
    else numbers.push(Number(typed));
  }
  return numbers;
}
