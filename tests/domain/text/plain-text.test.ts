import { describe, expect, it } from "vitest";
import { plainText } from "#app/domain/text/plain-text.ts";

describe("plainText", () => {
  it("keeps the words and drops the marks", () => {
    const source =
      "# Plan *otpusta* #\n\nSavjetnik **radi** sa\n_centrom_, vidi [preporuku](https://example.org/a_(b) 'x') i [r][1].\n\n" +
      "> - stavka ~~stara~~ nova\n>   1. `kod_a`\n\n- [x] gotovo\n\n| Ko | Šta |\n|:---|----:|\n| zavod | a \\| b |\n\n---\n\n" +
      "![opis slike](x.png) i <https://example.org/>\n\n```ts\nconst a_b = *c*;\n```\n\n[1]: https://example.org";
    expect(plainText(source)).toBe(
      [
        "Plan otpusta",
        "Savjetnik radi sa centrom, vidi preporuku i r.",
        "stavka stara nova",
        "kod_a",
        "gotovo",
        "Ko Šta",
        "zavod a | b",
        "opis slike i https://example.org/",
        "const a_b = *c*;",
      ].join("\n"),
    );
  });

  it("leaves what only looks like a mark", () => {
    expect(plainText("5 * 3, snake_case_name, 2020. godine, [1], a#b, C# i \\*zvijezda\\* &amp; kraj")).toBe(
      "5 * 3, snake_case_name, 2020. godine, [1], a#b, C# i *zvijezda* & kraj",
    );
    expect(plainText("[a](nije zatvoreno")).toBe("[a](nije zatvoreno");
    expect(plainText("Naslov\n===\n\nbr. 55/2014")).toBe("Naslov\nbr. 55/2014");
  });

  it("is empty for marks without words", () => {
    expect(plainText("")).toBe("");
    expect(plainText("---\n\n> \n\n- \n\n```\n```")).toBe("");
  });

  it("does not grow any text", () => {
    for (const bomb of [">", "_a", "[a](", "[", "[a]((", "- ", "`", "|a", "\\", "&", "![", "[a][", "* ", "#"]) {
      const source = bomb.repeat(20_000);
      expect(plainText(source).length).toBeLessThanOrEqual(source.length);
    }
  });
});
