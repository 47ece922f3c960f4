import { useLoaderData } from "@remix-run/react";
import { findWhatAwaits } from "#app/domain/home/what-awaits.server.ts";
import { page } from "#app/http/page.server.ts";
import { HomePage } from "#app/ui/home/HomePage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { whatAwaitsView } from "#app/views/home/what-awaits-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit) => {
  const { text, formats, groupId, now } = visit;
  const at = now.toISOString();
  return {
    title: text("home.title"),
    today: text("home.today", { date: formats.date(at), zone: formats.zoneLabel(at) }),
    groupId,
    awaits: groupId ? whatAwaitsView(await findWhatAwaits(visit.db, visit.actor, groupId, now), visit) : null,
    isAdministrator: visit.actor.isAdministrator,
  };
});

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}
