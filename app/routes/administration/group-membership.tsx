import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { joinGroup } from "#app/domain/people/add-member.server.ts";
import { findStandingOptions } from "#app/domain/people/find-standing-options.server.ts";
import { joinInput } from "#app/domain/people/membership-input.server.ts";
import { findGroupsForEdit, withId } from "#app/domain/programme/find-installation.server.ts";
import { askToConfirm, requireConfirmed } from "#app/http/confirmed.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { tell } from "#app/http/tell.server.ts";
import { shownLabel } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import { JoinPage } from "#app/ui/administration/JoinPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { standingChoices } from "#app/views/people/standing-choices.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { actor, db, locale, text } = visit;
  const group = withId(await findGroupsForEdit(db, actor), param(args, "id"), "group");
  await askToConfirm(visit, args.request);
  return {
    title: text("admin.join"),
    group: { id: group.id, name: shownLabel(group.names, locale) },
    choices: standingChoices(await findStandingOptions(db, group.programmeId), visit),
  };
});

export const action = deed({
  may: (visit) => void requireAdministrator(visit.actor),
  input: joinInput,
  act: async (visit, input, store, args) => {
    await requireConfirmed(visit);
    return joinGroup(store, visit.actor, { ...input, groupId: param(args, "id") }, visit.now);
  },
  then: (_result, visit, _input, args) => {
    const group = param(args, "id");
    tell(visit, "group.joined", { place: group });
    return withFlash(paths.adminGroup(group), "admin.joined");
  },
});

export const clientAction = sendForm;

export default function Join() {
  return <JoinPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
