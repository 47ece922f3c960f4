import { useLoaderData } from "@remix-run/react";
import { findGroupsForEdit } from "#app/domain/programme/find-installation.server.ts";
import { findProgramme } from "#app/domain/programme/find-programme.server.ts";
import { page } from "#app/http/page.server.ts";
import { shownLabel } from "#app/i18n/labels.ts";
import { GroupsPage } from "#app/ui/administration/GroupsPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ actor, db, locale, text }) => ({
  title: text("admin.groups"),
  hasProgramme: (await findProgramme(db, actor)) !== null,
  rows: (await findGroupsForEdit(db, actor)).map(({ id, names, code, members, organisers }) => ({
    id,
    name: shownLabel(names, locale),
    code,
    members,
    organisers,
  })),
}));

export default function Groups() {
  return <GroupsPage {...useLoaderData<typeof loader>()} />;
}
