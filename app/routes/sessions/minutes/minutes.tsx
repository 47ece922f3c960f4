import { useLoaderData } from "@remix-run/react";
import { findActionsOf, findOpenFromEarlier } from "#app/domain/minutes/find-action-points.server.ts";
import { findMinutes } from "#app/domain/minutes/find-minutes.server.ts";
import { settleable } from "#app/domain/minutes/settle-action.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { MinutesPage } from "#app/ui/minutes/MinutesPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { actionView } from "#app/views/minutes/action-view.server.ts";
import { minutesView } from "#app/views/minutes/minutes-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { db, actor, now } = visit;
  const found = await findMinutes(db, actor, param(args, "sessionId"), now);
  const agreed = await findActionsOf(db, actor, [found.session.id]);
  const earlier = await findOpenFromEarlier(db, actor, found.session);
  const settles = await settleable(db, actor, [...agreed, ...earlier]);
  const view = (point: (typeof agreed)[number]) => actionView(point, settles.has(point.id), visit);
  const minutes = minutesView(found, visit);
  return { title: visit.text("minutes.title"), minutes, actions: agreed.map(view), earlier: earlier.map(view) };
});

export default function Minutes() {
  return <MinutesPage {...useLoaderData<typeof loader>()} />;
}
