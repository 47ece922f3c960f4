import { useLoaderData } from "@remix-run/react";
import { findPeopleNews } from "#app/domain/home/people-news.server.ts";
import { findWhatAwaits } from "#app/domain/home/what-awaits.server.ts";
import { findHelpToRead } from "#app/domain/people/password-help.server.ts";
import { countInstallation } from "#app/domain/programme/find-installation.server.ts";
import { page } from "#app/http/page.server.ts";
import type { SignedInVisit } from "#app/http/visit.server.ts";
import { HomePage } from "#app/ui/home/HomePage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { whatAwaitsView } from "#app/views/home/what-awaits-view.server.ts";
import { changeInList } from "#app/views/people/change-in-list.ts";
import { helpInList } from "#app/views/people/help-text.ts";
import { setUpSteps } from "#app/views/programme/set-up-steps.ts";

export const meta = titleMeta;

export const loader = page(async (visit) => {
  const { text, formats, groupId, now } = visit;
  const at = now.toISOString();
  const awaits = groupId ? whatAwaitsView(await findWhatAwaits(visit.db, visit.actor, groupId, now), visit) : null;
  return {
    title: text("home.title"),
    today: text("home.today", { date: formats.date(at), zone: formats.zoneLabel(at) }),
    groupId,
    // Only where something is counted from it: a page is the same as long as what it shows is.
    now: awaits?.wait ? now.getTime() : 0,
    awaits,
    helps: (await findHelpToRead(visit.db, visit.actor, now)).map((help) => helpInList(help, visit, true)),
    people: groupId ? await peopleNews(visit, groupId) : null,
    setUp: visit.actor.isAdministrator ? setUpSteps(await countInstallation(visit.db, visit.actor, now), text) : null,
  };
});

async function peopleNews(visit: SignedInVisit, groupId: string) {
  const { isAlone, changes } = await findPeopleNews(visit.db, visit.actor, groupId, visit.now);
  return { isAlone, changes: changes.map((change) => changeInList(change, visit)) };
}

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}
