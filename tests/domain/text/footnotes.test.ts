import { expect, it } from "vitest";
import { renderMarkdown } from "#app/domain/text/markdown.server.ts";
import { plainText } from "#app/domain/text/plain-text.ts";

const html = (source: string) => {
  const rendered = renderMarkdown(source);
  return rendered.ok ? rendered.html.replaceAll("\n", "").replace(/f[0-9a-f]{8}-/g, "f-") : rendered.reason;
};

it("shows notes at the end, with links there and back", () => {
  expect(html("Kazna[^1] i uslov[^x].\n\n[^1]: Zakon, *član 5*\n[^x]: <b>\n  dalje")).toBe(
    '<p>Kazna<sup><a id="f-r1" href="#f-n1">1</a></sup> i uslov<sup><a id="f-r2" href="#f-n2">2</a></sup>.</p>' +
      '<hr /><ol><li id="f-n1">Zakon, <em>član 5</em> <a href="#f-r1" aria-label="↩ 1">↩</a></li>' +
      '<li id="f-n2">&lt;b&gt;<br />dalje <a href="#f-r2" aria-label="↩ 2">↩</a></li></ol>',
  );
});

it("loses no note that nothing names, and leaves names without a note and code as they are", () => {
  expect(html("a\n\n[^9]: sama")).toContain('<li id="f-n1">sama</li>');
  expect(html("a[^2]")).toBe("<p>a[^2]</p>");
  expect(html("`[^1]`\n\n[^1]: n")).toContain("<code>[^1]</code>");
  expect(html("```\n[^1]: n\n```")).toContain("[^1]: n");
});

it("puts the words of a note among those that are searched", () => {
  expect(plainText("Kazna[^1].\n\n[^1]: Zakon o izvršenju")).toBe("Kazna.\nZakon o izvršenju");
});

it("shows a note as safe as any text", () => {
  expect(html("a[^1]\n\n[^1]: [x](javascript:alert(1)) <script>")).not.toMatch(/<script|javascript:/);
});

it("shows line ends as they were typed", () => {
  expect(html("• prva\n• druga\n– treća")).toBe("<p>• prva<br />• druga<br />– treća</p>");
  expect(html("a) prva\nb) druga")).toBe("<p>a) prva<br />b) druga</p>");
});
