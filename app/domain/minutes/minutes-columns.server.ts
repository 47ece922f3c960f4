import { Refused } from "#app/domain/errors.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import { renderMarkdown } from "#app/domain/text/markdown.server.ts";
import { shownText } from "#app/domain/text/shown-text.ts";

/**
 * A text of minutes with its HTML.
 * @throws Refused for personal data, and for Markdown that costs too much to render
 */
export function minutesColumns(body: string, now: Date): { body: string; body_html: string } {
  refusePersonalData({ body }, now);
  const rendered = renderMarkdown(body, { headingOffset: 3 });
  if (!rendered.ok) throw new Refused([{ field: "body", message: { key: "agenda.tooComplex" } }]);
  refusePersonalData({ body: shownText(rendered.html) }, now);
  return { body, body_html: rendered.html };
}
