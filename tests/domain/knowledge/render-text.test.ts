import { describe, expect, it } from "vitest";
import { kinds } from "#app/domain/codes.ts";
import { renderText } from "#app/domain/knowledge/render-text.server.ts";
import { sectionField, templates } from "#app/domain/knowledge/templates.ts";
import { renderMarkdown } from "#app/domain/text/markdown.server.ts";

/** Costs more than half of what a form may cost, in 2,400 characters. */
const dear = "a *b* ".repeat(400);
const written = { title: "Housing", summary: "Short.", body: "", details: {} };

describe("the texts of one form share what they may cost", () => {
  it("each may be as dear as all", () => {
    expect(renderMarkdown(dear).ok).toBe(true);
    expect(renderText("practice", { ...written, body: dear }).faults).toEqual([]);
    expect(renderText("practice", { ...written, details: { problem: dear } }).faults).toEqual([]);
  });

  it.each(kinds)("a form of the kind %s full of dear texts has one of them", (kind) => {
    const sections = templates[kind].sections.filter(({ widget }) => widget === "markdown").map(({ code }) => code);
    const details = Object.fromEntries(sections.map((code) => [code, dear]));
    const { text, faults } = renderText(kind, { ...written, body: dear, details });
    expect(text.bodyHtml).toContain("<em>b</em>");
    expect(Object.values(text.detailsHtml).filter((html) => html !== "")).toEqual([]);
    expect(faults).toEqual(
      sections.map((code) => ({ field: sectionField(code), message: { key: "knowledge.markdown.too-slow" } })),
    );
  });

  it("begins again with the next form", () => {
    expect(renderText("practice", { ...written, body: dear, details: { problem: dear } }).faults).toHaveLength(1);
    expect(renderText("practice", { ...written, body: dear }).faults).toEqual([]);
  });
});
