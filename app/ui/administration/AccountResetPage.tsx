import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { CopyButton } from "#app/ui/base/CopyButton.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Secret } from "#app/ui/base/Secret.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";

export interface AccountResetPageProps {
  title: string;
  what: string;
  /** Who reads the reason. */
  reasonHint: string;
  submit: string;
  /** Why no link is made here, if so. */
  impossible: string | null;
  /** The link to pass on, the one time it is known. */
  link: string | null;
  answer?: FormAnswer;
}

/** Helps somebody to a new password: by mail, or by a link that is shown once. */
export function AccountResetPage({ title, what, reasonHint, submit, impossible, link, answer }: AccountResetPageProps) {
  const t = useText();
  if (link === null) {
    const why = impossible === null ? null : { why: impossible, backText: t("admin.accounts") };
    return (
      <ConfirmPage
        title={title}
        what={why ? undefined : what}
        impossible={why}
        submit={submit}
        back={paths.adminAccounts()}
        answer={answer}
        names={{ reason: t("admin.resetReason") }}
      >
        <TextareaField
          {...fieldsOf(answer).field("reason")}
          label={t("admin.resetReason")}
          hint={reasonHint}
          rows={3}
          maxLength={500}
          required
        />
      </ConfirmPage>
    );
  }
  return (
    <>
      <PageHeader title={title} standfirst={what} />
      <div className="stack">
        <Notice tone="warn" title={t("admin.resetOnce")} isAnswer />
        <Secret label={t("admin.resetLink")} value={link} />
        <CopyButton value={link}>{t("people.copyLink")}</CopyButton>
        <p>
          <a href={paths.adminAccounts()}>{t("admin.accounts")}</a>
        </p>
      </div>
    </>
  );
}
