import type { ReactNode } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";

/** The way from the rounds of the group to a page of the plan of one, which is named last. */
export function usePlanBreadcrumbs(here: ReactNode, round: { id: string; title: string }) {
  const t = useText();
  const { label, items } = useRoundBreadcrumbs(here, { round });
  const plan = { text: t("plan.title"), href: paths.plan(round.id) };
  return { label, items: [...items.slice(0, -1), plan, ...items.slice(-1)] };
}
