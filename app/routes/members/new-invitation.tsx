import { useActionData, useLoaderData } from "@remix-run/react";
import { findInvitationForm } from "#app/domain/people/find-invitation-form.server.ts";
import { inviteMember } from "#app/domain/people/invite-member.server.ts";
import { invitationInput } from "#app/domain/people/membership-input.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { leadToLink } from "#app/http/invitation-link.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { page } from "#app/http/page.server.ts";
import { rosterOf } from "#app/http/roster.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { InvitePage } from "#app/ui/people/InvitePage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { explainInvited } from "#app/views/people/explain-invited.ts";
import { invitationForm } from "#app/views/people/invitation-view.ts";

export const meta = titleMeta;

const load = page(async (visit, { request }) => {
  const { searchParams } = new URL(request.url);
  const from = { groupId: searchParams.get("group") ?? visit.groupId, again: searchParams.get("again") };
  const form = invitationForm(await findInvitationForm(visit.db, visit.actor, from), visit);
  return {
    title: visit.text("people.invite"),
    canMail: visit.context.config.smtpUrl !== null,
    back: rosterOf(form.group.id, visit),
    ...form,
  };
});

export const loader = openedOnce(load);

export const action = deed({
  input: invitationInput,
  act: (visit, input, store) => explainInvited(visit, () => inviteMember(store, visit.actor, input, visit.now)),
  made: ({ invitationId }) => paths.invitationSent(invitationId),
  then: ({ invitationId }, visit) => {
    if (visit.context.config.smtpUrl) return withFlash(paths.invitationSent(invitationId), "people.invited");
    return leadToLink(visit, invitationId);
  },
});

export const clientAction = sendForm;

export default function Invite() {
  return <InvitePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
