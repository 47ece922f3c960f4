import { useLoaderData } from "@remix-run/react";
import { NotFound } from "#app/domain/errors.ts";
import { findOutbox } from "#app/domain/outbox/find-outbox.server.ts";
import { page } from "#app/http/page.server.ts";
import { OutboxPage } from "#app/ui/outbox/OutboxPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { mails } from "#app/views/mails/mails.server.ts";
import { mailInList } from "#app/views/outbox/mail-view.ts";

export const meta = titleMeta;

export const loader = page(async (visit, { request }) => {
  if (!visit.groupId) throw new NotFound("group");
  const wanted = Number(new URL(request.url).searchParams.get("page") ?? 1);
  const number = Number.isInteger(wanted) && wanted > 0 && wanted < 10_000 ? wanted : 1;
  const outgoing = { site: visit.context.config, mails };
  const found = await findOutbox(visit.db, visit.actor, visit.groupId, outgoing, {
    page: number,
    reading: visit,
    now: visit.now,
  });
  return {
    title: visit.text("outbox.title"),
    smtp: visit.context.config.smtpUrl !== null,
    page: number,
    pages: found.pages,
    mails: found.mails.map((mail) => mailInList(mail, visit)),
  };
});

export default function Outbox() {
  return <OutboxPage {...useLoaderData<typeof loader>()} />;
}
