import { describe, expect, it } from "vitest";
import { guardTexts } from "#app/domain/privacy/guard-fields.ts";
import { renderMarkdown } from "#app/domain/text/markdown.server.ts";
import { shownText } from "#app/domain/text/shown-text.ts";

/** Made up; its check digit is right. */
const [a, b] = ["0101990", "500003"];
const now = new Date("2026-03-01T12:00:00Z");

function guard(body: string, stated = true) {
  const rendered = renderMarkdown(body);
  const shown = { body: rendered.ok ? shownText(rendered.html) : "" };
  return guardTexts({ body }, { stated, shown, now });
}

describe("an identity number that readers see and the source parts", () => {
  it.each([
    `[${a}](https://a.example)${b}`,
    `${a}[](/x)${b}`,
    `![${a}](/x.png)${b}`,
    `![${a}](/x.png)![${b}](/y.png)`,
    `[${a}](https://a.example)[${b}](https://b.example)`,
    `${a}&ZeroWidthSpace;${b}`,
    `${a}&NoBreak;${b}`,
    `${a}&Tab;${b}`,
    `${a}&hairsp;${b}`,
    `${a}&numsp;${b}`,
    `${a}&comma;${b}`,
    `${a}&middot;${b}`,
    `${a}\u0007${b}`,
    "**0101990** **500** **003**",
    "***01..*** ***01990***..***500003***",
    "*0101* **_990_** `500` ~~003~~",
    `${a}          ${b}`,
    `${a}\n\n\n\n\n\n${b}`,
    [...(a + b)].join("\n"),
    "| 01 | 01 | 990 | 50 | 0003 |\n|---|---|---|---|---|\n| a | b | c | d | e |",
    "- 01\n- 01\n- 990\n- 50\n- 0003",
    "1. 01\n2. 01\n3. 990\n4. 50\n5. 0003",
    `<${a}>${b}`,
    `${a}\\\n${b}`,
    `${a}<!-- x -->${b}`.replace("<!-- x -->", ""),
  ])("is refused: %j", (body) => {
    const { faults } = guard(body);
    expect(faults.map(({ field }) => field)).toEqual(["body"]);
    expect(JSON.stringify(faults)).not.toMatch(/\d{7}/);
  });
});

it("asks for the statement where only the shown text looks like personal data", () => {
  const body = "tel. +387 [61](/x) [123](/y) 456";
  expect(guard(body, false).faults.map(({ field }) => field)).toEqual(["body", "guardStated"]);
  expect(guard(body, true)).toEqual({ faults: [], stated: true });
});

it("says nothing where nothing is", () => {
  expect(guard("# Plan\n\n- [Pravila](https://a.example/12)\n- tačka 3.2, 2020. godina").faults).toEqual([]);
});
