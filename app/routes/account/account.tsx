import { useActionData, useLoaderData } from "@remix-run/react";
import { editProfile } from "#app/domain/people/edit-profile.server.ts";
import { accountInput } from "#app/domain/people/profile.server.ts";
import { findGroups } from "#app/domain/programme/find-groups.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { leadTo } from "#app/http/lead-to.server.ts";
import { localeCookie } from "#app/http/locale.server.ts";
import { page } from "#app/http/page.server.ts";
import { shownLabel } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import { AccountPage } from "#app/ui/account/AccountPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { profileChoices } from "#app/views/people/profile-choices.ts";

export const meta = titleMeta;

export const loader = page(async ({ account, actor, db, formats, locale, text }) => ({
  title: text("account.title"),
  profile: { name: account.name, locale: account.locale, mailLocale: account.mailLocale, city: account.city ?? "" },
  address: account.address,
  groups: (await findGroups(db, actor)).map(({ id, names, role }) => ({ id, name: shownLabel(names, locale), role })),
  choices: profileChoices({ locale, formats }),
}));

export const action = deed({
  input: accountInput,
  act: (visit, input, store) => editProfile(store, visit.actor, input, visit.now),
  then: (_done, visit, { locale }) => {
    const headers = new Headers({ "Set-Cookie": localeCookie(locale, visit.context.config.https) });
    return leadTo(visit, withFlash(paths.account(), "account.saved"), { headers });
  },
});

export default function Account() {
  return <AccountPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
