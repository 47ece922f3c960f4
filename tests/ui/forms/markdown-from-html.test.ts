import { describe, expect, it } from "vitest";
import { lines, markdown, wordItem } from "#tests/ui/forms/clipboard-html.ts";

describe("a web page", () => {
  it("keeps its structure", () => {
    const page =
      "<article><header><h2>Rules <em>and</em> <strong>notes</strong></h2></header><div><p>One<br>two &amp; <code>a*b</code></p>" +
      "<blockquote><p>Said</p></blockquote><hr><pre><code>x = 1\ny</code></pre><s>old</s> new</div></article>";
    expect(markdown(page)).toBe(
      lines(
        "## Rules *and* notes",
        "",
        "One\\",
        "two & `a*b`",
        "",
        "> Said",
        "",
        "---",
        "",
        "```",
        "x = 1",
        "y",
        "```",
        "",
        "~~old~~ new",
      ),
    );
  });

  it("keeps links to the web and to addresses only", () => {
    const link = (href: string) => `<p><a href="${href}">text</a></p>`;
    expect(markdown(link("https://example.org/a_(b)"))).toBe("[text](https://example.org/a_\\(b\\))");
    expect(markdown(link("mailto:office@example.org"))).toBe("[text](mailto:office@example.org)");
    for (const href of [
      "javascript:alert(1)",
      "file:///C:/x.docx",
      "/inside",
      "#part",
      "ftp://x.y",
      "data:text/html,x",
      "//x.y",
    ]) {
      expect(markdown(link(href))).toBe("text");
    }
    expect(markdown('<p>a<sup><a href="https://example.org/wiki/X#cite_note-2">[2]</a></sup> b</p>')).toBe("a b");
    expect(markdown('<p><a href="https://example.org/x#fnord">text</a></p>')).toBe(
      "[text](https://example.org/x#fnord)",
    );
  });

  it("drops what is not text", () => {
    expect(
      markdown(
        "<style>p{}</style><script>alert(1)</script><p>a<img src=x onerror=alert(1)><svg><text>s</text></svg></p><noscript>n</noscript>" +
          "<iframe srcdoc=x></iframe><button>press</button><video>v</video><template><p>t</p></template><p hidden>h</p>",
      ),
    ).toBe("a");
    expect(markdown("")).toBe("");
    expect(markdown("<p>&nbsp;</p><p></p>")).toBe("");
  });

  it("joins emphasis and leaves none around blanks", () => {
    expect(markdown("<p><b>a</b><b>b</b> <b>c</b><b> </b>d <b><b>e</b></b><i>f<br></i>g</p>")).toBe(
      "**ab c** d **e***f*\\\ng",
    );
    expect(markdown("<p>a<b> b </b>c</p>")).toBe("a **b** c");
    expect(markdown("<h2><b>a</b><br>b</h2>")).toBe("## a b");
  });

  it("does not mistake one weight for another", () => {
    expect(
      markdown(
        "<p><b style='mso-bidi-font-weight:normal'>a</b> <b style='font-weight:normal'>b</b> <span style='font-weight:300'>c</span></p>",
      ),
    ).toBe("**a** b c");
    expect(markdown("<p><span style='font-weight:600'>a</span> <span style='FONT-WEIGHT: Bold'>b</span></p>")).toBe(
      "**a b**",
    );
  });

  it("escapes what Markdown would take for signs, and no more", () => {
    expect(markdown("<p>2020. godine</p><p># a</p><p>- b</p><p>&gt; c</p><p>1) d</p>")).toBe(
      "2020\\. godine\n\n\\# a\n\n\\- b\n\n\\> c\n\n1\\) d",
    );
    expect(markdown("<p>a_b *c* _d_ [1] [x](y) 5 * 3 `e` ~~f~~ &amp;lt; C# 3-4 a\\*</p>")).toBe(
      "a_b \\*c\\* \\_d\\_ [1] [x\\](y) 5 * 3 \\`e\\` \\~~f\\~~ \\&lt; C# 3-4 a\\\\\\*",
    );
  });

  it("treats tables of one column and tables in tables as layout", () => {
    expect(markdown("<table><tr><td><p>a</p></td></tr><tr><td>b</td></tr></table>")).toBe("a\n\nb");
    expect(
      markdown(
        "<table><tr><td>x</td><td><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table></td></tr></table>",
      ),
    ).toBe("x\n\n| a | b |\n| --- | --- |\n| 1 | 2 |");
  });

  it("keeps lists in cells on one line and pads short rows", () => {
    expect(
      markdown("<table><tr><td>a</td><td>b</td></tr><tr><td><ul><li>x</li><li>y</li></ul></td></tr></table>"),
    ).toBe("| a | b |\n| --- | --- |\n| x y | |");
  });

  it("reads two line breaks as a paragraph and none beside blocks", () => {
    expect(markdown("<p>a<br> <br>b<br>c<br></p><br><p><br>d</p>")).toBe("a\n\nb\\\nc\n\nd");
  });

  it("keeps several paragraphs in one item together", () => {
    expect(markdown("<ol><li><p>a</p><p>b</p></li><li>c</li></ol>")).toBe("1. a\n\n   b\n2. c");
  });
});

describe("labels that no list of Markdown can make", () => {
  it.each(["Član 1.", "Article 1", "§ 1", "a)", "(b)", "II.", "Neni 3"])("stay as text: %s", (label) => {
    const pasted = `${wordItem(1, label, "prvi tekst")}${wordItem(1, "•", "stavka")}`;
    expect(markdown(pasted)).toBe(`${label} prvi tekst\n\n- stavka`);
  });

  it("are made for lists that count in letters and Roman numbers", () => {
    expect(markdown('<ol type="a"><li>prvi</li><li>drugi</li></ol>')).toBe("a. prvi\nb. drugi");
    expect(markdown('<ol style="list-style-type:upper-roman" start="3"><li>x</li><li>y</li></ol>')).toBe(
      "III. x\nIV. y",
    );
  });

  it("and what stands high or low, with characters that do", () => {
    expect(markdown("<p>10<sup>6</sup> i CO<sub>2</sub></p>")).toBe("10⁶ i CO₂");
  });
});
