import { useLoaderData } from "@remix-run/react";
import { findTemplateList } from "#app/domain/sessions/templates/find-template.server.ts";
import { page } from "#app/http/page.server.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { TemplatesPage } from "#app/ui/templates/TemplatesPage.tsx";
import { templateRows } from "#app/views/templates/template-view.ts";

export const meta = titleMeta;

export const loader = page(async (visit) => {
  const found = await findTemplateList(visit.db, visit.actor, visit.groupId);
  return { title: visit.text("templates.title"), templates: templateRows(found, visit) };
});

export default function Templates() {
  return <TemplatesPage {...useLoaderData<typeof loader>()} />;
}
