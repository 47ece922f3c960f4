import { useLoaderData } from "@remix-run/react";
import { findWhatAwaits } from "#app/domain/home/what-awaits.server.ts";
import { page } from "#app/http/page.server.ts";
import { HomePage } from "#app/ui/home/HomePage.tsx";
import { titled } from "#app/ui/shell/titled.ts";

export const meta = titled;

export const loader = page(async (visit) => {
  const { text, formats, groupId, now } = visit;
  const at = now.toISOString();
  return {
    title: text("home.title"),
    today: text("home.today", { date: formats.date(at), zone: formats.zoneLabel(at) }),
    groupId,
    awaits: groupId ? await findWhatAwaits(visit.db, visit.actor, groupId, visit) : null,
    isAdministrator: visit.actor.isAdministrator,
  };
});

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}
