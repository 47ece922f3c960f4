import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findOpenInvitation } from "#app/domain/people/find-invitation.server.ts";
import { findInvitationForm } from "#app/domain/people/find-invitation-form.server.ts";
import { inviteMember } from "#app/domain/people/invite-member.server.ts";
import { invitationInput } from "#app/domain/people/membership-input.server.ts";
import { mintInvitation } from "#app/domain/people/mint-secrets.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { rosterOf } from "#app/http/roster.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { InvitedPage } from "#app/ui/people/InvitedPage.tsx";
import { InvitePage } from "#app/ui/people/InvitePage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { invitationLink } from "#app/views/mails/secret-links.ts";
import { invitationForm } from "#app/views/people/invitation-view.ts";

export const meta = titleMeta;

export const loader = page(async (visit, { request }) => {
  const { searchParams } = new URL(request.url);
  const from = { groupId: searchParams.get("group") ?? visit.groupId, again: searchParams.get("again") };
  const form = invitationForm(await findInvitationForm(visit.db, visit.actor, from), visit);
  return {
    title: visit.text("people.invite"),
    canMail: visit.context.config.smtpUrl !== null,
    back: rosterOf(form.group.id, visit.groupId),
    ...form,
  };
});

export const action = deed({
  input: invitationInput,
  act: (visit, input, store) => inviteMember(store, visit.actor, input, visit.now),
  then: async ({ invitationId }, visit, { groupId, name }) => {
    const { publicUrl, smtpUrl } = visit.context.config;
    const back = rosterOf(groupId, visit.groupId);
    if (smtpUrl) return withFlash(back, "people.invited");
    // A form sent again after its sender stopped organising is answered from memory: a new link is not for them.
    await findOpenInvitation(visit.db, visit.actor, invitationId);
    // No mail will bring the link, so the inviter sees it, once; only its hash is stored.
    const secret = await mintInvitation(visit.store, invitationId, visit.now);
    return data({ link: secret ? invitationLink(publicUrl, secret) : "", name, back });
  },
});

export const clientAction = sendForm;

export default function Invite() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "link" in answer) return <InvitedPage title={loaded.title} {...answer} />;
  return <InvitePage {...loaded} answer={answer} />;
}
