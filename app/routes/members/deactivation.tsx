import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { endMembership } from "#app/domain/people/change-membership.server.ts";
import { findMember } from "#app/domain/people/find-members.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { rosterOf } from "#app/http/roster.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/base/Notice.tsx";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ actor, db, now, text }, args) => {
  const { name, futureSessions, membershipId } = await findMember(db, actor, param(args, "membershipId"), now);
  return {
    title: text("people.endTitle", { name }),
    what: text("people.endText"),
    submit: text("people.end"),
    warning: futureSessions > 0 ? text("people.futureSessions", { count: futureSessions }) : null,
    membershipId,
  };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store, args) =>
    endMembership(store, visit.actor, { membershipId: param(args, "membershipId") }, visit.now),
  then: ({ groupId }, visit) => withFlash(rosterOf(groupId, visit), "people.ended"),
});

export const clientAction = sendForm;

export default function Deactivation() {
  const { warning, membershipId, ...ask } = useLoaderData<typeof loader>();
  return (
    <ConfirmPage {...ask} back={paths.member(membershipId)} answer={useActionData<typeof action>()} names={{}}>
      {warning ? <Notice tone="warn" title={warning} /> : null}
    </ConfirmPage>
  );
}
