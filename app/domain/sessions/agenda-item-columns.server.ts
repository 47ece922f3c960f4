import { Refused } from "#app/domain/errors.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import type { AgendaItemFields } from "#app/domain/sessions/agenda-input.ts";
import { renderMarkdown } from "#app/domain/text/markdown.server.ts";
import { shownText } from "#app/domain/text/shown-text.ts";
import { requireTerms } from "#app/domain/vocabulary/require-terms.server.ts";
import type { Db } from "#db/store.ts";

/**
 * The columns of an agenda item that its form decides.
 * @param kept the kind that it has
 * @throws Refused for a kind that is not in the list, for personal data, and for Markdown that costs too much to render
 */
export async function agendaItemColumns(db: Db, input: AgendaItemFields, now: Date, kept?: string) {
  const { kind, title, description, minutes, visibility, attribution } = input;
  await requireTerms(db, [{ list: "itemKind", field: "kind", codes: [kind], kept: kept ? [kept] : [] }]);
  refusePersonalData({ title, description }, now);
  const rendered = renderMarkdown(description, { headingOffset: 3 });
  if (!rendered.ok) throw new Refused([{ field: "description", message: { key: "agenda.tooComplex" } }]);
  refusePersonalData({ description: shownText(rendered.html) }, now);
  const description_html = rendered.html;
  return {
    kind,
    title,
    description,
    description_html,
    minutes,
    visibility,
    attribution,
    updated_at: now.toISOString(),
  };
}
