import { describe, expect, it } from "vitest";
import { renderMarkdown, renderTrustedPage } from "#app/domain/text/markdown.server.ts";
import { BudgetExceeded, MarkdownBudget, WRITTEN_TEXT } from "#app/domain/text/markdown-budget.ts";
import { parseMarkdown } from "#app/domain/text/markdown-parser.ts";

function html(source: string, headingOffset?: number): string {
  const rendered = renderMarkdown(source, headingOffset === undefined ? {} : { headingOffset });
  if (!rendered.ok) throw new Error(`refused: ${rendered.reason}`);
  return rendered.html.trim();
}

describe("what Markdown becomes", () => {
  it("writes paragraphs, emphasis, code and rulers", () => {
    expect(html("One *two* **three** ~~four~~ `five & <six>`\n\n---")).toBe(
      "<p>One <em>two</em> <strong>three</strong> <del>four</del> <code>five &amp; &lt;six&gt;</code></p>\n<hr />",
    );
  });

  it("moves headings below the page's own", () => {
    expect(html("# a\n\n## b\n\n##### c")).toBe("<h3>a</h3>\n<h4>b</h4>\n<h6>c</h6>");
    expect(html("# a\n\n## b", 1)).toBe("<h2>a</h2>\n<h3>b</h3>");
    expect(html("# a", 0)).toBe("<h2>a</h2>");
    expect(html("# a", -3)).toBe("<h2>a</h2>");
  });

  it("writes nested lists, a start number and task boxes as signs", () => {
    expect(html("3. a\n   - b\n4. c")).toBe('<ol start="3">\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ol>');
    expect(html("- [x] done\n- [ ] open")).toBe("<ul>\n<li>☑ done</li>\n<li>☐ open</li>\n</ul>");
  });

  it("gives table headers a scope and no alignment", () => {
    expect(html("| a | b |\n|:-:|--:|\n| 1 | *2* |").replaceAll("\n", "")).toBe(
      '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>' +
        "<tbody><tr><td>1</td><td><em>2</em></td></tr></tbody></table>",
    );
  });

  it("links to the web, to mail and to this site", () => {
    const rel = 'rel="noopener noreferrer"';
    expect(html("[a](https://example.org/x?a=1&b=2)")).toBe(
      `<p><a href="https://example.org/x?a=1&amp;b=2" ${rel}>a</a></p>`,
    );
    expect(html("[a](/contributions/REL-2020-K7Q4#top)")).toBe(
      `<p><a href="/contributions/REL-2020-K7Q4#top" ${rel}>a</a></p>`,
    );
    expect(html("[a](mailto:office@example.org)")).toBe(`<p><a href="mailto:office@example.org" ${rel}>a</a></p>`);
    expect(html("[a][r]\n\n[r]: http://example.org 'title'")).toBe(`<p><a href="http://example.org" ${rel}>a</a></p>`);
  });

  it("links bare web addresses, leaves the sentence its full stop, and leaves bare mail addresses alone", () => {
    const link = (url: string) => `<a href="${url}" rel="noopener noreferrer">${url}</a>`;
    expect(html("See https://example.org/a_(b)_c.")).toBe(`<p>See ${link("https://example.org/a_(b)_c")}.</p>`);
    expect(html("(https://example.org/a)")).toBe(`<p>(${link("https://example.org/a")})</p>`);
    expect(html("www.example.org, x")).toBe(
      '<p><a href="https://www.example.org" rel="noopener noreferrer">www.example.org</a>, x</p>',
    );
    expect(html("office@example.org")).toBe("<p>office@example.org</p>");
  });

  it("leaves the text of a link that leads elsewhere", () => {
    for (const target of [
      "ftp://x.y",
      "//evil.example",
      "/\\evil.example",
      "#top",
      "x.html",
      "?a=1",
      "mailto:a,b@x.y",
    ]) {
      expect(html(`before [text](${target}) after`)).toBe("<p>before text after</p>");
    }
  });

  it("shows an image's description and raw HTML as text", () => {
    expect(html("![a picture](https://example.org/x.png)")).toBe("<p>a picture</p>");
    expect(html("<b>*bold*</b>")).toBe("<p>&lt;b&gt;<em>bold</em>&lt;/b&gt;</p>");
    expect(html("<div>\nx\n</div>")).toBe("<p>&lt;div&gt;<br />x<br />&lt;/div&gt;</p>");
  });

  it("keeps entities once", () => {
    expect(html("a &amp; b &lt; c & d &unknown")).toBe("<p>a &amp; b &lt; c &amp; d &amp;unknown</p>");
    expect(html("`&amp;`")).toBe("<p><code>&amp;amp;</code></p>");
  });

  it("takes an ordinary long record", () => {
    const section =
      "## Plan rada\n\nSavjetnik i **centar za socijalni rad** sastaju se *šest mjeseci* prije otpusta (pravilo 107), " +
      "vidi [preporuku](https://example.org/rec_2017_3).\n\n- korak jedan `a_b`\n  - ko vodi\n  - do kada\n- korak dva\n\n" +
      "| ko | šta |\n|----|-----|\n| zavod | plan |\n| centar | posjeta |\n\n";
    const text = section.repeat(Math.floor(WRITTEN_TEXT.length / section.length));
    expect(text.length).toBeGreaterThan(39_000);
    expect(renderMarkdown(text).ok).toBe(true);
    const budget = new MarkdownBudget(WRITTEN_TEXT);
    parseMarkdown(text, budget, 2);
    expect(budget.work).toBeLessThan(WRITTEN_TEXT.work / 2);
  });

  it("takes one long paragraph with a hundred marks and a long list without blank lines", () => {
    expect(renderMarkdown("Jedna *riječ* u dugom pasusu bez kraja. ".repeat(100)).ok).toBe(true);
    expect(renderMarkdown("- **korak** sa objašnjenjem i [vezom](/a_b)\n".repeat(900)).ok).toBe(true);
    expect(renderMarkdown(`Ime: ${"_".repeat(300)}\n\n${"- ".repeat(40)}\n\n${"*".repeat(500)}`).ok).toBe(true);
  });
});

describe("our own pages", () => {
  it("keep their heading levels from h2 on", () => {
    expect(renderTrustedPage("# a\n\n## b\n\n### c").trim()).toBe("<h2>a</h2>\n<h2>b</h2>\n<h3>c</h3>");
  });

  it("may be longer than a record", () => {
    const page = "Words of a handbook.\n\n".repeat(5_000);
    expect(renderMarkdown(page)).toEqual({ ok: false, reason: "too-long" });
    expect(renderTrustedPage(page).startsWith("<p>Words of a handbook.</p>\n<p>")).toBe(true);
  });

  it("fail loudly when they cannot be rendered", () => {
    expect(() => renderTrustedPage(">".repeat(100))).toThrow(new BudgetExceeded("too-deep"));
  });
});
