import { useLoaderData } from "@remix-run/react";
import { findReferences } from "#app/domain/references/find-references.server.ts";
import { leaveOutEmpty } from "#app/http/filled-address.server.ts";
import { page } from "#app/http/page.server.ts";
import { ReferencesPage } from "#app/ui/references/ReferencesPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { classView } from "#app/views/references/reference-in-list.ts";

export const meta = titleMeta;

export const loader = page(async (visit, { request }) => {
  leaveOutEmpty(request);
  const query = new URL(request.url).searchParams.get("q") ?? "";
  const classes = await findReferences(visit.db, visit.actor, { text: query, locale: visit.locale }, visit.matcher);
  return { title: visit.text("references.title"), query, classes: classes.map((found) => classView(found, visit)) };
});

export default function References() {
  return <ReferencesPage {...useLoaderData<typeof loader>()} />;
}
