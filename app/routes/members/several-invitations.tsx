import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findInvitationForm } from "#app/domain/people/find-invitation-form.server.ts";
import { inviteSeveral, readPeople } from "#app/domain/people/invite-several.server.ts";
import { severalInput } from "#app/domain/people/membership-input.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { mintLinks } from "#app/http/invitation-link.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { page } from "#app/http/page.server.ts";
import { rosterOf } from "#app/http/roster.ts";
import { shownLabel } from "#app/i18n/labels.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { InviteSeveralPage } from "#app/ui/people/InviteSeveralPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { allowedHere, pastedWords, peopleExample, personInList } from "#app/views/people/pasted-people.ts";
import { languageChoices } from "#app/views/people/profile-choices.ts";

export const meta = titleMeta;

const load = page(async (visit, { request }) => {
  const groupId = new URL(request.url).searchParams.get("group") ?? visit.groupId;
  const options = await findInvitationForm(visit.db, visit.actor, { groupId, again: null });
  return {
    title: visit.text("people.inviteSeveral"),
    canMail: visit.context.config.smtpUrl !== null,
    back: rosterOf(options.group.id, visit),
    group: { id: options.group.id, name: shownLabel(options.group.names, visit.locale) },
    locale: visit.locale,
    languages: languageChoices(),
    example: peopleExample(options, visit),
    allowed: allowedHere(options, visit),
  };
});

export const loader = openedOnce(load);

export const action = deed({
  input: severalInput,
  act: async (visit, { intent, ...input }, store) => {
    const read = await readPeople(visit.db, visit.actor, input, pastedWords());
    return intent === "check" ? { read } : inviteSeveral(store, visit.actor, read, visit.now);
  },
  made: (_result, visit, { groupId }) => rosterOf(groupId, visit),
  then: async (result, visit, { groupId, rows, locale }) => {
    const answer = { values: { rows, locale }, errors: {}, formErrors: [] };
    if ("read" in result) {
      const options = await findInvitationForm(visit.db, visit.actor, { groupId, again: null });
      return data({ ...answer, preview: result.read.map((person) => personInList(person, options, visit)) });
    }
    if (visit.context.config.smtpUrl) return withFlash(rosterOf(groupId, visit), "people.invitedSeveral");
    return data({ ...answer, links: await mintLinks(visit, result.invitations) });
  },
});

export const clientAction = sendForm;

export default function SeveralInvitations() {
  return <InviteSeveralPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
