import type { ReactNode } from "react";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import type { RecordSession } from "#app/views/minutes/attendance-view.server.ts";

/** The way from the rounds of the group through a session to a page of its record. */
export function useRecordBreadcrumbs(here: ReactNode, session: RecordSession) {
  return useRoundBreadcrumbs(here, { round: session.round, session: { id: session.id, title: session.title } });
}
