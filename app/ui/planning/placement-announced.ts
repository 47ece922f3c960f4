import { useLocation } from "@remix-run/react";
import { useEffect } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { announce } from "#app/ui/base/announce.ts";
import type { DraftView } from "#app/views/planning/draft-view.server.ts";

/** Has a screen reader say where a session stands now that it was moved, in place of the notice of the page. */
export function usePlacementAnnounced({ days }: Pick<DraftView, "days">): void {
  const t = useText();
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each arrival
  useEffect(() => {
    const day = days.find(({ slots }) => slots.some(({ id }) => hash === `#placed-${id}`));
    const slot = day?.slots.find(({ id }) => hash === `#placed-${id}`);
    if (!day || !slot) return;
    const later = window.setTimeout(
      () => announce(t("plan.movedTo", { name: slot.name, day: day.name, time: slot.time })),
      0,
    );
    return () => window.clearTimeout(later);
  }, [hash, key]);
}
