import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { findMailHealth } from "#app/domain/outbox/find-mail-health.server.ts";
import { findMailStates, MAIL_STATES_PER_PAGE } from "#app/domain/outbox/find-mail-states.server.ts";
import { mailWish } from "#app/domain/outbox/mail-wish.ts";
import { releaseHeld } from "#app/domain/outbox/release-held.server.ts";
import { sendTestMail } from "#app/domain/outbox/test-mail.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { paths } from "#app/paths.ts";
import { MailStatesPage } from "#app/ui/administration/MailStatesPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { mailHealthView } from "#app/views/outbox/mail-health-view.ts";
import { mailStateInList } from "#app/views/outbox/mail-view.ts";

export const meta = titleMeta;

export const loader = page(async (visit, { request }) => {
  const { actor, db, text } = visit;
  const asked = Number(new URL(request.url).searchParams.get("page") ?? 1);
  const at = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1;
  const { mails, pages, total } = await findMailStates(db, actor, at);
  const first = (at - 1) * MAIL_STATES_PER_PAGE + 1;
  return {
    title: text("admin.mail"),
    health: mailHealthView(await findMailHealth(db, actor, visit.now), visit.context.config, visit),
    page: at,
    pages,
    where: text("admin.mailWhere", { first, last: first + mails.length - 1, total }),
    rows: mails.map((mail) => mailStateInList(mail, visit)),
  };
});

export const action = deed({
  may: (visit) => void requireAdministrator(visit.actor),
  input: mailWish,
  act: async ({ actor, now }, { what }, store) => {
    if (what === "test") await sendTestMail(store, actor, now);
    else await releaseHeld(store, actor, now);
    return { what };
  },
  then: ({ what }) => withFlash(paths.adminMail(), what === "test" ? "admin.mailTested" : "admin.mailReleased"),
});

export const clientAction = sendForm;

export default function MailStates() {
  return <MailStatesPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
