import { useActionData, useLoaderData } from "@remix-run/react";
import { changeMembership } from "#app/domain/people/change-membership.server.ts";
import { findMember } from "#app/domain/people/find-members.server.ts";
import { findStandingOptions } from "#app/domain/people/find-standing-options.server.ts";
import { membershipInput } from "#app/domain/people/membership-input.server.ts";
import { membershipValues } from "#app/domain/people/membership-values.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { rosterOf } from "#app/http/roster.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { MemberPage } from "#app/ui/people/MemberPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { standingChoices } from "#app/views/people/standing-choices.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { actor, db, formats, now, text } = visit;
  const member = await findMember(db, actor, param(args, "membershipId"), now);
  const { name, address, membershipId } = member;
  return {
    title: name,
    back: rosterOf(member.groupId, visit),
    member: { membershipId, address, since: text("people.since", { date: formats.dateShort(member.startedAt) }) },
    stored: membershipValues(member),
    choices: standingChoices(await findStandingOptions(db, member.programmeId), visit, [
      member.beneficiaryId,
      member.institutionId,
    ]),
  };
});

export const action = deed({
  input: membershipInput,
  act: (visit, input, store, args, { base }) =>
    changeMembership(store, visit.actor, { ...input, base, membershipId: param(args, "membershipId") }, visit.now),
  then: ({ groupId }, visit) => withFlash(rosterOf(groupId, visit), "people.changed"),
});

export const clientAction = sendForm;

export default function Member() {
  return <MemberPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
