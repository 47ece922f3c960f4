import { useLoaderData } from "@remix-run/react";
import { findReference } from "#app/domain/references/find-references.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { ReferencePage } from "#app/ui/references/ReferencePage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { referenceDate } from "#app/views/references/reference-date.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const reference = await findReference(visit.db, visit.actor, param(args, "referenceId"), visit.locale, visit.matcher);
  const title = `${reference.identifier}: ${reference.title}`;
  return { title, reference: { ...reference, date: referenceDate(reference.date, visit) } };
});

export default function Reference() {
  return <ReferencePage reference={useLoaderData<typeof loader>().reference} />;
}
