import { useLoaderData } from "@remix-run/react";
import { findMailStates, MAIL_STATES_PER_PAGE } from "#app/domain/outbox/find-mail-states.server.ts";
import { page } from "#app/http/page.server.ts";
import { MailStatesPage } from "#app/ui/administration/MailStatesPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
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
    page: at,
    pages,
    where: text("admin.mailWhere", { first, last: first + mails.length - 1, total }),
    rows: mails.map((mail) => mailStateInList(mail, visit)),
  };
});

export default function MailStates() {
  return <MailStatesPage {...useLoaderData<typeof loader>()} />;
}
