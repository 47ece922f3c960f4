import { useLoaderData } from "@remix-run/react";
import { findFilterChoices } from "#app/domain/search/query/filter-choices.server.ts";
import { search } from "#app/domain/search/search.server.ts";
import { leaveOutEmpty } from "#app/http/filled-address.server.ts";
import { page } from "#app/http/page.server.ts";
import { takeFrom } from "#app/http/too-many.server.ts";
import { SearchPage } from "#app/ui/search/SearchPage.tsx";
import { readSearchAddress } from "#app/ui/search/search-address.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async (visit, { request }) => {
  leaveOutEmpty(request);
  await takeFrom(visit.context, [["searchAddress", visit.account.id]]);
  const address = readSearchAddress(new URL(request.url).searchParams);
  const asked = { ...address, sort: address.sort ?? undefined, locale: visit.locale };
  const found = await search(visit.db, visit.actor, asked, visit.matcher);
  const { text } = visit;
  const query = address.query.trim().slice(0, 100);
  return {
    title: query ? text("search.titleFor", { query }) : text("search.title"),
    address,
    found,
    choices: await findFilterChoices(visit.db, visit.actor, visit.locale),
    where: text("search.where", {
      from: visit.formats.number(found.before + 1),
      to: visit.formats.number(found.before + found.hits.length),
      total: visit.formats.number(found.total),
    }),
  };
});

export default function Search() {
  return <SearchPage {...useLoaderData<typeof loader>()} />;
}
