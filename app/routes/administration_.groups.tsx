import { useLoaderData } from "@remix-run/react";
import { findGroupsForEdit } from "#app/domain/programme/find-installation.server.ts";
import { findProgramme } from "#app/domain/programme/find-programme.server.ts";
import { page } from "#app/http/page.server.ts";
import { GroupsPage } from "#app/ui/admin/GroupsPage.tsx";
import { titled } from "#app/ui/shell/titled.ts";

export const meta = titled;

export const loader = page(async ({ actor, db, locale, text }) => ({
  title: text("admin.groups"),
  hasProgramme: (await findProgramme(db, actor)) !== null,
  rows: (await findGroupsForEdit(db, actor, locale)).map(({ id, name, code, members, organisers }) => ({
    id,
    name,
    code,
    members,
    organisers,
  })),
}));

export default function Groups() {
  return <GroupsPage {...useLoaderData<typeof loader>()} />;
}
