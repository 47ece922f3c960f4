import { useLocation } from "@remix-run/react";
import { useEffect } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { announce } from "#app/ui/base/announce.ts";
import type { AgendaEditView } from "#app/views/sessions/agenda-view.server.ts";

/** The name of the place that a move leads back to: the arrow that was pressed, or the one left to press. */
export function movedTo(direction: "up" | "down", itemId: string): string {
  return `moved-${direction}-${itemId}`;
}

/** Has a screen reader say where an item stands now, "Conclusions: 1 of 4, 09:00", after it was moved. */
export function useMoveAnnounced(items: AgendaEditView["items"]): void {
  const t = useText();
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each arrival
  useEffect(() => {
    const at = items.findIndex(({ id }) => hash.startsWith("#moved-") && hash.endsWith(id));
    const item = items[at];
    if (!item) return;
    const place = { item: item.title, position: at + 1, count: items.length };
    announce(item.start ? t("agenda.movedTo", { ...place, time: item.start }) : t("agenda.movedAside", place));
  }, [hash, key]);
}
