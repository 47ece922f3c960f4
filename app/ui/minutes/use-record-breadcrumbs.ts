import type { ReactNode } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import type { RecordSession } from "#app/views/minutes/attendance-view.server.ts";

/**
 * The way from the rounds of the group through a session to a page of its record.
 * @param inMinutes the page stands under the minutes
 */
export function useRecordBreadcrumbs(here: ReactNode, session: RecordSession, inMinutes = false) {
  const t = useText();
  const { label, items } = useRoundBreadcrumbs(here, {
    round: session.round,
    session: { id: session.id, title: session.title },
  });
  const last = items.slice(-1);
  const between = inMinutes ? [{ text: t("minutes.title"), href: paths.minutes(session.id) }] : [];
  return { label, items: [...items.slice(0, -1), ...between, ...last] };
}
