import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { returnMember } from "#app/domain/people/change-membership.server.ts";
import { findFormerMember } from "#app/domain/people/find-members.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { rosterOf } from "#app/http/roster.ts";
import { textOf } from "#app/i18n/text.ts";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { actor, db, text } = visit;
  const former = await findFormerMember(db, actor, param(args, "membershipId"));
  return {
    title: text("people.returnTitle", { name: former.name }),
    what: text("people.returnText", { role: textOf(text, `codes.role.${former.role}`) }),
    submit: text("people.return"),
    back: rosterOf(former.groupId, visit),
  };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store, args) =>
    returnMember(store, visit.actor, { membershipId: param(args, "membershipId") }, visit.now),
  then: ({ groupId }, visit) => withFlash(rosterOf(groupId, visit), "people.returned"),
});

export const clientAction = sendForm;

export default function Return() {
  return <ConfirmPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
