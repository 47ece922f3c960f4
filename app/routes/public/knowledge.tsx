import { useLoaderData } from "@remix-run/react";
import { anonymous } from "#app/domain/access/actor.ts";
import { search } from "#app/domain/search/search.server.ts";
import { leaveOutEmpty } from "#app/http/filled-address.server.ts";
import { localisedPage, publicAddress } from "#app/http/localised-page.server.ts";
import { takeFrom } from "#app/http/too-many.server.ts";
import { paths } from "#app/paths.ts";
import { PublicKnowledge } from "#app/ui/public/PublicKnowledge.tsx";
import { publicMeta } from "#app/ui/public/public-meta.ts";
import { readSearchAddress } from "#app/ui/search/search-address.ts";

export const handle = { public: true };
export const meta = publicMeta;

export const loader = localisedPage(async (visit, { request }) => {
  leaveOutEmpty(request);
  const { context, db, matcher, locale, text, formats } = visit;
  const address = readSearchAddress(new URL(request.url).searchParams);
  if (address.query) await takeFrom(context, [["searchAddress", context.network.keys[0] ?? "unknown"]]);
  const sort = address.sort ?? undefined;
  const found = await search(db, anonymous, { ...address, sort, locale, types: ["contribution"] }, matcher);
  return {
    title: text("publicPages.knowledge"),
    description: text("publicPages.knowledgeStandfirst"),
    publicAt: publicAddress(visit, (language) => paths.publicKnowledge(language)),
    address,
    found,
    where: text("search.where", {
      from: formats.number(found.before + 1),
      to: formats.number(found.before + found.hits.length),
      total: formats.number(found.total),
    }),
  };
});

export default function Knowledge() {
  return <PublicKnowledge {...useLoaderData<typeof loader>()} />;
}
