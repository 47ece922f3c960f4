import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { Btn } from "#app/ui/base/Btn.tsx";
import { Crumbs } from "#app/ui/base/Crumbs.tsx";
import { Dl } from "#app/ui/base/Dl.tsx";
import { Head } from "#app/ui/base/Head.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { Sect } from "#app/ui/base/Sect.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";

interface Mail {
  subject: string | null;
  text: string | null;
  locale: string;
  calendar: string | null;
  to: { name: string; address: string };
  state: string;
  lastError: string;
  created: string;
  sent: string | null;
}

/** One mail as its recipient reads it. */
export function MailPage({
  title,
  smtp,
  mail,
  answer,
}: {
  title: string;
  smtp: boolean;
  mail: Mail;
  answer?: FormAnswer;
}) {
  const t = useText();
  const state = `${textOf(t, `outbox.state.${mail.state}`)}${mail.sent ? `, ${mail.sent}` : ""}`;
  return (
    <>
      <Crumbs label={t("outbox.title")} items={[{ text: t("outbox.title"), href: paths.outbox() }, { text: title }]} />
      <Head title={title} />
      <Dl
        className="mb-4"
        items={[
          { term: t("outbox.subject"), details: mail.subject ?? t("mail.notAvailable") },
          { term: t("outbox.to"), details: `${mail.to.name} <${mail.to.address}>` },
          { term: t("outbox.state"), details: state },
          { term: t("outbox.created"), details: mail.created },
        ]}
      />
      {mail.lastError ? <Notice tone="warn" title={t("outbox.error", { error: mail.lastError })} /> : null}
      {mail.text ? (
        <Sect id="text" title={t("outbox.text")}>
          <div lang={mail.locale} className="prose">
            {mail.text.split("\n\n").map((paragraph) => (
              <p key={paragraph} className="pre">
                {paragraph}
              </p>
            ))}
          </div>
        </Sect>
      ) : null}
      {mail.calendar ? (
        <Sect id="calendar" title={t("outbox.calendar")}>
          <pre className="pre">{mail.calendar}</pre>
        </Sect>
      ) : null}
      {smtp && ["failed", "kept"].includes(mail.state) ? (
        <DeedForm answer={answer}>
          <Btn>{t("outbox.retry")}</Btn>
        </DeedForm>
      ) : null}
    </>
  );
}
