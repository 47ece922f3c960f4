import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { findAwaitedInvitation, findInvitationAsSent } from "#app/domain/people/find-invitation.server.ts";
import { findStandingOptions } from "#app/domain/people/find-standing-options.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { leadToLink } from "#app/http/invitation-link.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { rosterOf } from "#app/http/roster.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { InvitationSentPage } from "#app/ui/people/InvitationSentPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { invitationInList } from "#app/views/people/invitation-view.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const found = await findInvitationAsSent(visit.db, visit.actor, param(args, "invitationId"));
  const options = await findStandingOptions(visit.db, found.programmeId);
  const invitation = invitationInList(found, options, visit);
  return {
    title: visit.text("people.invitationOf", { name: found.name }),
    canMail: visit.context.config.smtpUrl !== null,
    back: rosterOf(found.groupId, visit),
    groupId: found.groupId,
    invitation,
    link: visit.flash?.secret ?? null,
  };
});

/** A new link to pass on; the earlier one ends. */
export const action = deed({
  input: confirmation,
  act: (visit, _input, _store, args) => findAwaitedInvitation(visit.db, visit.actor, param(args, "invitationId")),
  then: ({ id }, visit) => leadToLink(visit, id),
});

export const clientAction = sendForm;

export default function SentInvitation() {
  return <InvitationSentPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
