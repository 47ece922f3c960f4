import { useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/policy.ts";
import { findInvitations } from "#app/domain/people/find-invitation.server.ts";
import { findFormerMembers, findMembers } from "#app/domain/people/find-members.server.ts";
import { findStandingOptions } from "#app/domain/people/find-standing-options.server.ts";
import { findChanges } from "#app/domain/people/membership-changes.server.ts";
import { page } from "#app/http/page.server.ts";
import type { SignedInVisit } from "#app/http/visit.server.ts";
import { sure } from "#app/sure.ts";
import { MembersPage } from "#app/ui/people/MembersPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { changeInList } from "#app/views/people/change-in-list.ts";
import { invitationList } from "#app/views/people/invitation-view.ts";
import { formerInList, memberGroups, memberLines, memberOrder } from "#app/views/people/member-list.ts";

export const meta = titleMeta;

export const loader = page(async (visit, { request }) => {
  const { actor, db, groupId, now, text } = visit;
  const title = text("people.title");
  if (!groupId) return { title, group: null };
  const order = memberOrder(new URL(request.url).searchParams.get("sort"));
  const groups = memberGroups(await findMembers(db, actor, groupId), order, visit);
  return {
    title,
    group: {
      ...{ order, groups, lines: memberLines(groups) },
      changes: (await findChanges(db, actor, groupId, now)).map((change) => changeInList(change, visit)),
      managed: can(actor, "members.manage", { groupId }) ? await findManaged(visit, groupId) : null,
    },
  };
});

/** What only those see who manage the members. */
async function findManaged(visit: SignedInVisit, groupId: string) {
  const { actor, db } = visit;
  const { programmeId } = sure(actor.memberships.find((membership) => membership.groupId === groupId));
  const options = await findStandingOptions(db, programmeId);
  return {
    ...invitationList(await findInvitations(db, actor, groupId), options, visit),
    former: (await findFormerMembers(db, actor, groupId)).map((former) => formerInList(former, visit)),
  };
}

export default function Members() {
  return <MembersPage {...useLoaderData<typeof loader>()} />;
}
