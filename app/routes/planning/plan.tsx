import { useLoaderData } from "@remix-run/react";
import { findOpenClashes } from "#app/domain/planning/clashes.server.ts";
import { findAvailabilityOverview } from "#app/domain/planning/find-availability.server.ts";
import { findConditions } from "#app/domain/planning/find-conditions.server.ts";
import { findDrafts } from "#app/domain/planning/find-drafts.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { PlanPage } from "#app/ui/planning/PlanPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { planView } from "#app/views/planning/plan-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const overview = await findAvailabilityOverview(visit.db, visit.actor, param(args, "roundId"));
  const conditions = await findConditions(visit.db, visit.actor, overview.round.id);
  const drafts = await findDrafts(visit.db, conditions, visit.now);
  const clashes = await findOpenClashes(visit.db, visit.actor, { roundId: overview.round.id }, visit.now);
  return {
    title: visit.text("plan.title"),
    plan: planView({ ...overview, clashes, drafts }, conditions, visit.now, visit),
  };
});

export default function Plan() {
  return <PlanPage plan={useLoaderData<typeof loader>().plan} />;
}
