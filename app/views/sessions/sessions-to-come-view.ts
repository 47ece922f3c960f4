import type { SessionsToCome } from "#app/domain/sessions/find-sessions-to-come.server.ts";
import { label } from "#app/i18n/labels.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** The sessions to come of somebody in one group. */
export interface GroupToCome {
  /** "Release: 2 sessions, the first on 4 November 2026" */
  text: string;
  organisers: string;
}

/** Writes in how many sessions to come somebody is expected, and who can find somebody else. */
export function sessionsToComeView(groups: readonly SessionsToCome[], viewer: Viewer): GroupToCome[] {
  const { text, locale, formats } = viewer;
  return groups.map(({ group, count, first, organisers }) => ({
    text: text("admin.sessionsToComeIn", {
      ...{ group: label(group, locale), count, date: formats.dateRange(first, first) },
    }),
    organisers:
      organisers.length > 0 ? text("admin.organisersOf", { names: organisers.join(", ") }) : text("admin.noOrganisers"),
  }));
}
