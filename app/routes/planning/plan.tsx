import { useLoaderData } from "@remix-run/react";
import { findAvailabilityOverview } from "#app/domain/planning/find-availability.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { PlanPage } from "#app/ui/planning/PlanPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { planView } from "#app/views/planning/plan-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const plan = planView(await findAvailabilityOverview(visit.db, visit.actor, param(args, "roundId")), visit);
  return { title: visit.text("plan.title"), plan };
});

export default function Plan() {
  return <PlanPage plan={useLoaderData<typeof loader>().plan} />;
}
