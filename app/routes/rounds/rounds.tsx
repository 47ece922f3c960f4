import { useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/policy.ts";
import { findRounds } from "#app/domain/timetable/find-rounds.server.ts";
import { page } from "#app/http/page.server.ts";
import { RoundsPage } from "#app/ui/rounds/RoundsPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { roundLists } from "#app/views/rounds/round-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit) => {
  const { db, actor, groupId, now } = visit;
  const found = groupId ? await findRounds(db, actor, groupId, now) : null;
  return {
    title: visit.text("rounds.title"),
    rounds: found && roundLists(found, visit),
    mayPlan: can(actor, "round.plan", { groupId }),
  };
});

export default function Rounds() {
  return <RoundsPage {...useLoaderData<typeof loader>()} />;
}
