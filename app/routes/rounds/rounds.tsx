import { useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/policy.ts";
import { findRounds } from "#app/domain/timetable/find-rounds.server.ts";
import { page } from "#app/http/page.server.ts";
import { RoundsPage } from "#app/ui/rounds/RoundsPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async (visit) => ({
  title: visit.text("rounds.title"),
  rounds: visit.groupId ? await findRounds(visit.db, visit.actor, visit.groupId, visit) : null,
  mayPlan: can(visit.actor, "round.plan", { groupId: visit.groupId }),
}));

export default function Rounds() {
  return <RoundsPage {...useLoaderData<typeof loader>()} />;
}
