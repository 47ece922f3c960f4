import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { findOutboxMail } from "#app/domain/outbox/find-outbox.server.ts";
import { retryMail } from "#app/domain/outbox/retry-mail.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { MailPage } from "#app/ui/outbox/MailPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { mails } from "#app/views/mails/mails.server.ts";
import { mailView } from "#app/views/outbox/mail-view.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const outgoing = { site: visit.context.config, mails };
  const mail = await findOutboxMail(visit.db, visit.actor, param(args, "mailId"), outgoing, visit.now);
  return {
    title: visit.text("outbox.mailTitle", { name: mail.to.name }),
    smtp: visit.context.config.smtpUrl !== null,
    mail: mailView(mail, visit),
    mints: mails.some(({ name, mint }) => name === mail.kind && mint !== undefined),
  };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store, args) => retryMail(store, visit.actor, param(args, "mailId"), visit.now),
  then: ({ id }) => withFlash(paths.outboxMail(id), "outbox.retried"),
});

export const clientAction = sendForm;

export default function Mail() {
  return <MailPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
