import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { renderMarkdown, renderTrustedPage } from "#app/domain/text/markdown.server.ts";
import { BudgetExceeded, MarkdownBudget, WRITTEN_TEXT } from "#app/domain/text/markdown-budget.ts";
import { parseMarkdown } from "#app/domain/text/markdown-parser.ts";

function html(source: string, headingOffset?: number): string {
  const rendered = renderMarkdown(source, headingOffset === undefined ? {} : { headingOffset });
  if (!rendered.ok) throw new Error(`refused: ${rendered.reason}`);
  return rendered.html.trim();
}

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

const XSS = [
  "<script>alert(1)</script>",
  "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<img src=x onerror=alert(1)>",
  "<img src='x' onerror='alert(1)'",
  "<svg/onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<svg><animate xlink:href=#a attributeName=href values=javascript:alert(1) /><a id=a>x</a></svg>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<iframe src='javascript:alert(1)'></iframe>",
  "<iframe srcdoc='<script>alert(1)</script>'>",
  "<object data='data:text/html,<script>alert(1)</script>'>",
  "<embed src='javascript:alert(1)'>",
  "<form action='javascript:alert(1)'><button>x</button></form>",
  "<a href='javascript:alert(1)'>x</a>",
  "<base href='//evil.example/'>",
  "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
  "<link rel=stylesheet href='//evil.example/x.css'>",
  "<style>@import '//evil.example/x.css'</style>",
  "<details open ontoggle=alert(1)>",
  "<video><source onerror=alert(1)></video>",
  "<body onload=alert(1)>",
  "<template><img src=x onerror=alert(1)></template>",
  "<!--><script>alert(1)</script>-->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<?xml version='1.0'?><script>alert(1)</script>",
  "<textarea></textarea><script>alert(1)</script>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](java&Tab;script:alert(1))",
  "[x](java&NewLine;script:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](&#x6A;avascript&colon;alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x]( javascript:alert(1))",
  "[x](<javascript:alert(1)>)",
  "[x](<java\\\nscript:alert(1)>)",
  "[x](javascript%3Aalert(1))",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](data&colon;text/html,<script>alert(1)</script>)",
  "[x](feed:javascript:alert(1))",
  "[x](blob:https://example.org/1)",
  "[x](file:///etc/passwd)",
  "[x](//evil.example/x)",
  "[x](/&#47;evil.example/x)",
  "[x](/&#92;evil.example/x)",
  "[x](/\t/evil.example/x)",
  '[x](https://example.org/"onmouseover="alert(1))',
  "[x](https://example.org 'a\" onmouseover=\"alert(1)')",
  '[x](https://example.org "><script>alert(1)</script>")',
  "[x][r]\n\n[r]: javascript:alert(1)",
  "[r]\n\n[r]: <data:text/html,x> 'title'",
  "[x]\n\n[x]: https://example.org/'onclick='alert(1)",
  "<javascript:alert(1)>",
  "<JAVASCRIPT:alert(1)>",
  "<vbscript:x>",
  "<data:text/html,x>",
  '<https://example.org/"onclick=alert(1)>',
  'https://example.org/"onmouseover=alert(1)//',
  "https://example.org/'><script>alert(1)</script>",
  "www.example.org/`onclick=alert(1)`",
  "![x](javascript:alert(1))",
  '![x"onerror="alert(1)](https://example.org/x.png)',
  "![<script>alert(1)</script>](x)",
  "[![x](javascript:alert(1))](javascript:alert(2))",
  '```"><script>alert(1)</script>\ncode\n```',
  "```html onload=alert(1)\n<script>alert(1)</script>\n```",
  "~~~<img src=x onerror=alert(1)>\n~~~",
  "`<script>alert(1)</script>`",
  "    <script>alert(1)</script>",
  "# <img src=x onerror=alert(1)>",
  "|<script>alert(1)</script>|\n|-|\n|<img src=x onerror=alert(1)>|",
  '|a|\n|:-" onclick="alert(1)|',
  "- [x] <svg onload=alert(1)>",
  "> <script>\n> alert(1)\n> </script>",
  "**<b onclick=alert(1)>x</b>**",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#60;script&#62;alert(1)&#60;/script&#62;",
  "\\<script>alert(1)\\</script>",
  "<scr\0ipt>alert(1)</scr\0ipt>",
  "\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E",
  "<div\nonclick=alert(1)>\n\nx\n\n</div>",
  '<a href="https://example.org" style="position:fixed;inset:0">x</a>',
  "<p class=banner id=__next name=cookie>x</p>",
];

const ALLOWED: Record<string, string[]> = {
  ...Object.fromEntries(
    ["h2", "h3", "h4", "h5", "h6", "p", "blockquote", "ul", "li", "hr", "br", "pre", "code", "strong", "em", "del"].map(
      (tag) => [tag, []],
    ),
  ),
  ...Object.fromEntries(["table", "thead", "tbody", "tr", "td"].map((tag) => [tag, []])),
  ol: ["start"],
  th: ["scope"],
  a: ["href", "rel"],
};

/** Everything in the HTML that is not on the list, read as a browser reads it. */
function foreign(markup: string): string[] {
  const { document } = parseHTML(`<!doctype html><html><body>${markup}</body></html>`);
  const found: string[] = [];
  for (const element of document.body.querySelectorAll("*")) {
    const tag = element.tagName.toLowerCase();
    const allowed = Object.hasOwn(ALLOWED, tag) ? ALLOWED[tag] : undefined;
    if (!allowed) found.push(`<${tag}>`);
    for (const { name, value } of element.attributes) {
      if (!allowed?.includes(name)) found.push(`${tag} ${name}`);
      if (name === "href" && !/^(?:https?:\/\/[a-z]|mailto:[^,]+$|\/(?![/\\]))/i.test(value))
        found.push(`href ${value}`);
      if (name === "rel" && value !== "noopener noreferrer") found.push(`rel ${value}`);
    }
  }
  return found;
}

describe("attacks", () => {
  it("would notice what must not be there", () => {
    expect(foreign("<p onclick=x>a</p><script>1</script><a href='//x'>b</a><a href='javascript:1'>c</a>")).toEqual([
      "p onclick",
      "<script>",
      "href //x",
      "href javascript:1",
    ]);
  });

  it.each(XSS)("%j leaves nothing but allowed elements and attributes", (payload) => {
    for (const source of [payload, `text ${payload} text`, `- ${payload}`, `> ${payload}`, `[a](/b)\n${payload}`]) {
      expect(foreign(html(source))).toEqual([]);
    }
  });

  it.each(XSS.filter((payload) => !payload.includes("/&#")))(
    "%j is harmless even before it is sanitised",
    (payload) => {
      expect(foreign(parseMarkdown(payload, new MarkdownBudget(WRITTEN_TEXT), 2))).toEqual([]);
    },
  );

  it("is safe when everything is put together", () => {
    expect(foreign(html(XSS.join("\n\n")))).toEqual([]);
    expect(foreign(renderTrustedPage(XSS.join("\n\n")))).toEqual([]);
  });
});

function workOf(source: string, limits = WRITTEN_TEXT): number {
  const budget = new MarkdownBudget(limits);
  parseMarkdown(source, budget, 2);
  return budget.work;
}
