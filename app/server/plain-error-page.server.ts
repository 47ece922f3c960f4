import { textFor } from "#app/i18n/catalogues.server.ts";
import { explainedStatus } from "#app/i18n/explained-status.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** An error page for what never reaches the application: refused by the gate, or failed before a page was rendered. */
export function plainErrorPage(
  status: number,
  locale: InterfaceLocale,
  facts: { requestId?: string; note?: string } = {},
): string {
  const text = textFor(locale);
  const known = explainedStatus(status);
  const title = text(`errors.title${known}`);
  const explanation = text(`errors.explain${known}`);
  const lines = [
    explanation,
    facts.note,
    facts.requestId ? text("errors.requestId", { id: facts.requestId }) : undefined,
  ];
  const paragraphs = lines.filter((line) => line !== undefined).map((line) => `<p>${escapeHtml(line)}</p>`);
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)} - Zbornik</title></head><body><main><h1>${escapeHtml(title)}</h1>${paragraphs.join("")}<p><a href="/">${escapeHtml(text("errors.toFirstPage"))}</a></p></main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}
