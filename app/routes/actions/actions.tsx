import { useLoaderData } from "@remix-run/react";
import { findGroupDelegations } from "#app/domain/minutes/action-owner.server.ts";
import { findActionPoints } from "#app/domain/minutes/find-action-points.server.ts";
import { settleable } from "#app/domain/minutes/settle-action.server.ts";
import { leaveOutEmpty } from "#app/http/filled-address.server.ts";
import { page } from "#app/http/page.server.ts";
import { ActionsPage } from "#app/ui/minutes/ActionsPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { actionFilter } from "#app/views/minutes/action-filter.ts";
import { actionView, delegationOptions } from "#app/views/minutes/action-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, { request }) => {
  leaveOutEmpty(request);
  const { db, actor, groupId, now } = visit;
  const { filter, values } = actionFilter(new URL(request.url).searchParams);
  const points = groupId ? await findActionPoints(db, actor, groupId, filter, now) : [];
  const settles = await settleable(db, actor, points);
  return {
    title: visit.text("actions.title"),
    values,
    delegations: groupId ? delegationOptions(await findGroupDelegations(db, actor, groupId), visit) : [],
    actions: points.map((point) => actionView(point, settles.has(point.id), visit)),
  };
});

export default function Actions() {
  return <ActionsPage {...useLoaderData<typeof loader>()} />;
}
