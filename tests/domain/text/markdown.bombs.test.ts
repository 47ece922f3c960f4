import { describe, expect, it } from "vitest";
import { renderMarkdown } from "#app/domain/text/markdown.server.ts";
import { BudgetExceeded, MarkdownBudget, WRITTEN_TEXT } from "#app/domain/text/markdown-budget.ts";
import { parseMarkdown } from "#app/domain/text/markdown-parser.ts";

/** Texts that stop marked for seconds, exhaust its stack or grow the page, with what they are answered. */
const BOMBS: Record<string, string> = {
  "2 KiB of quotes": ">".repeat(2_048),
  "quotes with blanks": "> ".repeat(2_048),
  "59 KiB of _a": "_a".repeat(30_000),
  "as much _a as fits": "_a".repeat(20_000),
  "as much *a as fits": "*a ".repeat(13_000),
  "opening strong": "**a ".repeat(10_000),
  "stars after letters": "x.*".repeat(13_000),
  "alternating marks": "*_".repeat(20_000),
  "triple stars": "***a".repeat(10_000),
  "only stars": "*".repeat(40_000),
  "stars and letters": `${"*".repeat(20_000)}a${"*".repeat(19_000)}`,
  strikethrough: "~~a".repeat(13_000),
  "opening brackets": "[".repeat(40_000),
  "opening and closing brackets": "[".repeat(20_000) + "]".repeat(20_000),
  "links that never close": "[a](".repeat(10_000),
  "links in brackets": "[a](b)[".repeat(5_700),
  "image openers": "![".repeat(20_000),
  "backticks of growing length": Array.from({ length: 270 }, (_, i) => "`".repeat(i)).join(" "),
  "escaped backticks": "\\```~~".repeat(5_700),
  "angle brackets": "<a ".repeat(13_000),
  "unclosed comments": "<!--".repeat(10_000),
  "unclosed autolinks": "<http://a".repeat(4_400),
  "lists on one line": "- ".repeat(20_000),
  "numbers on one line": "1. ".repeat(13_000),
  "lists in lists": Array.from({ length: 250 }, (_, i) => `${"  ".repeat(i)}- a`)
    .join("\n")
    .slice(0, 40_000),
  "thirty lists in lists": Array.from({ length: 30 }, (_, i) => `${"  ".repeat(i)}- a`).join("\n"),
  "lists and quotes": "- > ".repeat(10_000),
  "lazy continuation": `- ${"a\n".repeat(19_000)}`,
  underlines: "a\n=\n".repeat(10_000),
  "empty lines": "\n".repeat(40_000),
  "a wide table with many rows": `${"|a".repeat(5_000)}|\n${"|-".repeat(5_000)}|\n${"|\n".repeat(1_900)}`,
  "many tables": "|a|b|\n|-|-|\n".repeat(3_000),
  pipes: "|".repeat(40_000),
  "references to a long address": `[a]: /${"x".repeat(1_900)}\n\n${"[a]".repeat(12_000)}`,
  definitions: Array.from({ length: 1_999 }, (_, i) => `[${i}]: /${i}`).join("\n\n"),
  "addresses with trailing marks": `http://${"a.".repeat(10_000)}${"**'".repeat(6_000)}`,
  "mail addresses": "a@".repeat(20_000),
  "one long word": `${"a".repeat(20_000)}${"a@&".repeat(6_600)}`,
  entities: "&#".repeat(20_000),
  backslashes: "\\".repeat(40_000),
  blanks: `${" ".repeat(39_990)}a`,
  "tabs and line ends": "\t\n".repeat(20_000),
  fences: "```\n".repeat(10_000),
  hashes: "#".repeat(40_000),
  "more than fits": "a".repeat(40_001),
};

describe("bombs", () => {
  it.each(Object.entries(BOMBS))("%s: refused, or answered within the budget", (_name, source) => {
    const rendered = renderMarkdown(source);
    if (rendered.ok) {
      expect(workOf(source)).toBeLessThanOrEqual(WRITTEN_TEXT.work);
      expect(rendered.html.length).toBeLessThan(10 * WRITTEN_TEXT.length);
    } else {
      expect(["too-long", "too-deep", "too-slow"]).toContain(rendered.reason);
      expect(() => parseMarkdown(source, new MarkdownBudget(WRITTEN_TEXT), 2)).toThrow(BudgetExceeded);
    }
  });

  it("names the reason", () => {
    const reason = (name: string) => {
      const rendered = renderMarkdown(BOMBS[name] as string);
      return rendered.ok ? "rendered" : rendered.reason;
    };
    expect({
      quotes: reason("2 KiB of quotes"),
      underscores: reason("as much _a as fits"),
      tooMany: reason("59 KiB of _a"),
      brackets: reason("opening brackets"),
      deepLists: reason("thirty lists in lists"),
      table: reason("a wide table with many rows"),
      references: reason("references to a long address"),
      lines: reason("empty lines"),
      stars: reason("only stars"),
    }).toEqual({
      quotes: "too-deep",
      underscores: "too-slow",
      tooMany: "too-long",
      brackets: "too-deep",
      deepLists: "too-deep",
      table: "too-slow",
      references: "too-slow",
      lines: "too-long",
      stars: "rendered",
    });
  });

  it("takes what is just within and refuses what is just beyond", () => {
    const paragraphs = (length: number) => `${"a".repeat(98)}\n\n`.repeat(length / 100).slice(0, length);
    expect(renderMarkdown(`${paragraphs(39_900)}${"b".repeat(100)}`).ok).toBe(true);
    expect(renderMarkdown(`${paragraphs(39_900)}${"b".repeat(101)}`)).toEqual({ ok: false, reason: "too-long" });
    expect(renderMarkdown(`${"> ".repeat(12)}a`).ok).toBe(true);
    expect(renderMarkdown(`${"> ".repeat(13)}a`)).toEqual({ ok: false, reason: "too-deep" });
  });

  it("stops while parsing, soon after the budget is spent", () => {
    const limits = { ...WRITTEN_TEXT, work: 2_000 };
    expect(() => parseMarkdown("a *b* ".repeat(200), new MarkdownBudget(limits), 2)).toThrow(
      new BudgetExceeded("too-slow"),
    );
    expect(workOf("a *b* ".repeat(10), limits)).toBeLessThan(2_000);
  });
});

function workOf(source: string, limits = WRITTEN_TEXT): number {
  const budget = new MarkdownBudget(limits);
  parseMarkdown(source, budget, 2);
  return budget.work;
}
