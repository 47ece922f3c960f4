import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { FactList } from "#app/ui/base/FactList.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import { ofGroup } from "#app/ui/shell/of-group.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";
import type { MailView } from "#app/views/outbox/mail-view.ts";

/** One mail as its recipient reads it. */
export function MailPage({
  title,
  smtp,
  mail,
  mints,
  answer,
}: {
  title: string;
  smtp: boolean;
  mail: MailView;
  /** Whether it gets links that are for its recipient alone. */
  mints: boolean;
  answer?: FormAnswer;
}) {
  const t = useText();
  const shell = useShell();
  return (
    <>
      <Breadcrumbs
        label={t("outbox.title")}
        items={[{ text: t("outbox.title"), href: ofGroup(shell, paths.outbox()) }, { text: title }]}
      />
      <PageHeader title={title} />
      <FactList
        className="mb-4"
        items={[
          { term: t("outbox.subject"), details: mail.subject, ...(mail.subjectLang && { lang: mail.subjectLang }) },
          { term: t("outbox.to"), details: `${mail.to.name} <${mail.to.address}>` },
          { term: t("outbox.state"), details: mail.state },
          { term: t("outbox.created"), details: mail.created },
        ]}
      />
      {mail.bounced ? <Notice tone="warn" title={t(`people.bounced.${mail.bounced}`)} className="mb-4" /> : null}
      {mail.fault ? (
        <Notice tone="warn" title={mail.fault.title}>
          {/* As it came: mail servers answer in English. */}
          <span lang="en">{mail.fault.details}</span>
        </Notice>
      ) : null}
      {mail.text ? (
        <Section id="text" title={t("outbox.text")}>
          {mints ? <p className="soft mb-4">{t("outbox.secretLinks")}</p> : null}
          <div lang={mail.locale} className="prose">
            {mail.text.split("\n\n").map((paragraph) => (
              <p key={paragraph} className="pre">
                {paragraph}
              </p>
            ))}
          </div>
        </Section>
      ) : null}
      {mail.calendar ? (
        <Section id="calendar" title={t("outbox.calendar")}>
          <pre className="pre">{mail.calendar}</pre>
        </Section>
      ) : null}
      {mail.invitation ? (
        <p>
          <a href={mail.invitation}>{t("outbox.toInvitation")}</a>
        </p>
      ) : null}
      {smtp && mail.canSend ? (
        <DeedForm answer={answer} names={{}}>
          <Button>{t("outbox.retry")}</Button>
        </DeedForm>
      ) : null}
    </>
  );
}
