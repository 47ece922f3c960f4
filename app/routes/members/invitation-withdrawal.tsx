import { useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { findAwaitedInvitation } from "#app/domain/people/find-invitation.server.ts";
import { withdrawInvitation } from "#app/domain/people/invite-member.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { rosterOf } from "#app/http/roster.ts";
import { label } from "#app/i18n/labels.ts";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { actor, db, locale, text } = visit;
  const { name, address, group, ...invitation } = await findAwaitedInvitation(db, actor, param(args, "invitationId"));
  return {
    back: rosterOf(invitation.groupId, visit),
    title: text("people.withdrawTitle", { name }),
    what: text("people.withdrawText", { address, group: label(group, locale) }),
    submit: text("people.withdraw"),
  };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store, args) =>
    withdrawInvitation(store, visit.actor, { invitationId: param(args, "invitationId") }, visit.now),
  then: ({ groupId }, visit) => withFlash(rosterOf(groupId, visit), "people.withdrawn"),
});

export const clientAction = sendForm;

export default function Withdrawal() {
  return <ConfirmPage {...useLoaderData<typeof loader>()} />;
}
