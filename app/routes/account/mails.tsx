import { useActionData, useLoaderData } from "@remix-run/react";
import { findMailChoice } from "#app/domain/mail/find-mail-choice.server.ts";
import { chooseMails } from "#app/domain/people/choose-mails.server.ts";
import { mailChoiceInput } from "#app/domain/people/mail-choice-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { paths } from "#app/paths.ts";
import { MailChoicePage } from "#app/ui/account/MailChoicePage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ db, account, text }) => {
  const { reminders, news } = await findMailChoice(db, account.id);
  return { title: text("mailChoice.title"), chosen: { reminders: [...reminders], news } };
});

export const action = deed({
  input: mailChoiceInput,
  act: (visit, input, store) => chooseMails(store, visit.actor, input, visit.now),
  then: () => withFlash(paths.accountMails(), "mailChoice.saved"),
});

export const clientAction = sendForm;

export default function Mails() {
  return <MailChoicePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
