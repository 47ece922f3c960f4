import { useLoaderData } from "@remix-run/react";
import { findMailStates, mailStatesPerPage } from "#app/domain/outbox/find-mail-states.server.ts";
import { page } from "#app/http/page.server.ts";
import { textOf } from "#app/i18n/text.ts";
import { MailStatesPage } from "#app/ui/administration/MailStatesPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ actor, db, formats, text }, { request }) => {
  const asked = Number(new URL(request.url).searchParams.get("page") ?? 1);
  const at = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1;
  const { mails, pages, total } = await findMailStates(db, actor, at);
  const first = (at - 1) * mailStatesPerPage + 1;
  return {
    title: text("admin.mail"),
    page: at,
    pages,
    where: text("admin.mailWhere", { first, last: first + mails.length - 1, total }),
    rows: mails.map(({ id, address, state, created_at, sent_at, attempts }) => ({
      id,
      address,
      state: textOf(text, `admin.mailState.${state}`),
      created: formats.dateTime(created_at),
      sent: sent_at ? formats.dateTime(sent_at) : null,
      attempts,
    })),
  };
});

export default function MailStates() {
  return <MailStatesPage {...useLoaderData<typeof loader>()} />;
}
