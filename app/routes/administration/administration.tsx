import { useLoaderData } from "@remix-run/react";
import { countInstallation } from "#app/domain/programme/find-installation.server.ts";
import { page } from "#app/http/page.server.ts";
import { AdministrationPage } from "#app/ui/administration/AdministrationPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ actor, db, text }) => ({
  title: text("admin.title"),
  counts: await countInstallation(db, actor),
}));

export default function Administration() {
  return <AdministrationPage {...useLoaderData<typeof loader>()} />;
}
