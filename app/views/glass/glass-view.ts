import type { GlassOpening } from "#app/domain/minutes/glass/find-glass.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** That a session was opened, for a page. */
export interface GlassOpeningView {
  id: string;
  by: string;
  reason: string;
  openedAt: string;
  until: string;
}

/** Writes that a session was opened. */
export function glassOpeningView(opening: GlassOpening, { formats }: Viewer): GlassOpeningView {
  const { id, by, reason, openedAt, endsAt } = opening;
  return { id, by, reason, openedAt: formats.dateTime(openedAt), until: formats.dateTime(endsAt) };
}
