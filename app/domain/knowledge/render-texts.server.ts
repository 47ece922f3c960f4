import type { Kind } from "#app/domain/codes.ts";
import { type SectionCode, sectionField, templates } from "#app/domain/knowledge/templates.ts";
import { renderMarkdown } from "#app/domain/text/markdown.server.ts";
import type { Message } from "#app/i18n/message.ts";

/** The texts of a version as they are stored. */
export interface RenderedTexts {
  bodyHtml: string;
  /** Only the sections of the kind that say something. */
  details: Partial<Record<SectionCode, string>>;
  detailsHtml: Partial<Record<SectionCode, string>>;
}

/** Renders body and sections once, when they are saved; what the renderer refuses is told beside its field. */
export function renderTexts(
  kind: Kind,
  body: string,
  details: Partial<Record<SectionCode, string>>,
): { texts: RenderedTexts; faults: { field: string; message: Message }[] } {
  const faults: { field: string; message: Message }[] = [];
  const render = (field: string, source: string) => {
    const rendered = renderMarkdown(source);
    if (rendered.ok) return rendered.html;
    faults.push({ field, message: { key: `knowledge.markdown.${rendered.reason}` } });
    return "";
  };
  const texts: RenderedTexts = { bodyHtml: body === "" ? "" : render("body", body), details: {}, detailsHtml: {} };
  for (const { code, widget } of templates[kind].sections) {
    const source = details[code];
    if (!source) continue;
    texts.details[code] = source;
    if (widget === "markdown") texts.detailsHtml[code] = render(sectionField(code), source);
  }
  return { texts, faults };
}
