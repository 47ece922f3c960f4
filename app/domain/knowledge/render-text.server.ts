import type { Kind } from "#app/domain/codes.ts";
import type { Fault } from "#app/domain/errors.ts";
import { type SectionCode, sectionField, templates } from "#app/domain/knowledge/templates.ts";
import { renderMarkdown } from "#app/domain/text/markdown.server.ts";
import { MarkdownBudget, WRITTEN_TEXT } from "#app/domain/text/markdown-budget.ts";
import { shownText } from "#app/domain/text/shown-text.ts";

/** What somebody wrote for one language version. */
export interface WrittenText {
  title: string;
  summary: string;
  body: string;
  details: Partial<Record<SectionCode, string>>;
}

/** What a language version says, as it is stored; of `details` only the sections of the kind that say something. */
export interface RenderedText extends WrittenText {
  bodyHtml: string;
  detailsHtml: Partial<Record<SectionCode, string>>;
}

/** Renders body and sections once, when they are saved; what the renderer refuses is told beside its field. */
export function renderText(kind: Kind, written: WrittenText): { text: RenderedText; faults: Fault[] } {
  const faults: Fault[] = [];
  const budget = new MarkdownBudget(WRITTEN_TEXT);
  const render = (field: string, source: string) => {
    const rendered = renderMarkdown(source, { budget });
    if (rendered.ok) return rendered.html;
    faults.push({ field, message: { key: `knowledge.markdown.${rendered.reason}` } });
    return "";
  };
  const { title, summary, body } = written;
  const bodyHtml = body === "" ? "" : render("body", body);
  const text: RenderedText = { title, summary, body, bodyHtml, details: {}, detailsHtml: {} };
  for (const { code, widget } of templates[kind].sections) {
    const source = written.details[code];
    if (!source) continue;
    text.details[code] = source;
    if (widget === "markdown") text.detailsHtml[code] = render(sectionField(code), source);
  }
  return { text, faults };
}

/** Texts by form field, for the guard against personal data. */
export function textsByField({ title, summary, body, details }: WrittenText): Record<string, string> {
  const sections = Object.entries(details).map(([code, text]) => [sectionField(code as SectionCode), text] as const);
  return { title, summary, body, ...Object.fromEntries(sections) };
}

/** What readers see of the texts that are Markdown, by form field, for the guard against personal data. */
export function shownByField({ bodyHtml, detailsHtml }: Pick<RenderedText, "bodyHtml" | "detailsHtml">) {
  const sections = Object.entries(detailsHtml).map(([code, html]) => [
    sectionField(code as SectionCode),
    shownText(html),
  ]);
  return { body: shownText(bodyHtml), ...Object.fromEntries(sections) } as Record<string, string>;
}
