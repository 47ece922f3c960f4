import { useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/policy.ts";
import { findOpenInvitations } from "#app/domain/people/find-invitation.server.ts";
import { findMembers } from "#app/domain/people/find-members.server.ts";
import { page } from "#app/http/page.server.ts";
import { MembersPage } from "#app/ui/people/MembersPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { invitationInList } from "#app/views/people/invitation-view.ts";
import { memberList } from "#app/views/people/member-list.ts";

export const meta = titleMeta;

export const loader = page(async (visit) => {
  const { actor, db, groupId, now, text } = visit;
  const title = text("people.title");
  if (!groupId) return { title, manages: false, members: null, invitations: [] };
  const manages = can(actor, "members.manage", { groupId });
  const invitations = manages ? await findOpenInvitations(db, actor, groupId, now) : [];
  return {
    title,
    manages,
    members: memberList(await findMembers(db, actor, groupId), visit),
    invitations: invitations.map((invitation) => invitationInList(invitation, visit)),
  };
});

export default function Members() {
  return <MembersPage {...useLoaderData<typeof loader>()} />;
}
