import { useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { findInvitations } from "#app/domain/people/find-invitation.server.ts";
import { findMembers } from "#app/domain/people/find-members.server.ts";
import { findStandingOptions } from "#app/domain/people/find-standing-options.server.ts";
import { findGroupsForEdit, withId } from "#app/domain/programme/find-installation.server.ts";
import { groupValues } from "#app/domain/programme/form-values.ts";
import { groupInput } from "#app/domain/programme/group-input.ts";
import { createGroup, editGroup } from "#app/domain/programme/save-group.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { nextStep } from "#app/http/next-step.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { param } from "#app/http/param.ts";
import { programmeIdOf } from "#app/http/programme-id.server.ts";
import { label } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import { GroupPage } from "#app/ui/administration/GroupPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { invitationList } from "#app/views/people/invitation-view.ts";
import { memberList } from "#app/views/people/member-list.ts";

export const meta = titleMeta;

const load = formPage(async (visit, args) => {
  const { actor, db, locale, text } = visit;
  const rows = await findGroupsForEdit(db, actor);
  const row = param(args, "id") === "new" ? null : withId(rows, param(args, "id"), "group");
  const members = row ? await findMembers(db, actor, row.id) : [];
  const options = row ? await findStandingOptions(db, row.programmeId) : { beneficiaries: [] };
  const invitations = row ? await findInvitations(db, actor, row.id) : [];
  return {
    title: row ? label(row.names, locale) : text("admin.addGroup"),
    group: row ? { id: row.id, joined: row.joined } : null,
    members: memberList(members, visit),
    invitations: invitationList(invitations, options, visit),
    stored: groupValues(row ?? { names: {}, code: "", slug: "", position: rows.length }),
  };
});

export const loader = openedOnce(load, (args) => param(args, "id") === "new");

export const action = deed({
  may: (visit) => void requireAdministrator(visit.actor),
  input: groupInput,
  act: async (visit, input, store, args, { base }): Promise<{ groupId: string }> => {
    const groupId = param(args, "id");
    if (groupId === "new") {
      return createGroup(store, visit.actor, { ...input, programmeId: await programmeIdOf(visit) }, visit.now);
    }
    await editGroup(store, visit.actor, { ...input, base, groupId }, visit.now);
    return { groupId };
  },
  made: ({ groupId }) => paths.adminGroup(groupId),
  then: async ({ groupId }, visit, _input, args) => {
    const group = paths.adminGroup(groupId);
    return withFlash(param(args, "id") === "new" ? await nextStep(visit, group) : group, "admin.groupSaved");
  },
});

export const clientAction = sendForm;

export default function Group() {
  return <GroupPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
