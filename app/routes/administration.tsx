import { useLoaderData } from "@remix-run/react";
import { countInstallation } from "#app/domain/programme/find-installation.server.ts";
import { page } from "#app/http/page.server.ts";
import { AdministrationPage } from "#app/ui/admin/AdministrationPage.tsx";
import { titled } from "#app/ui/shell/titled.ts";

export const meta = titled;

export const loader = page(async ({ actor, db, text }) => ({
  title: text("admin.title"),
  counts: await countInstallation(db, actor),
}));

export default function Administration() {
  return <AdministrationPage {...useLoaderData<typeof loader>()} />;
}
