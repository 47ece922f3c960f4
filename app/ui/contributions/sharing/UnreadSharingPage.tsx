import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/base/Notice.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { GuardStatement } from "#app/ui/forms/GuardStatement.tsx";
import type { ContributionView } from "#app/views/contributions/contribution-view.ts";

/** Asks for the reason why a record is shared beyond its group though nobody else has read it. */
export function UnreadSharingPage({ record, answer }: { record: ContributionView; answer?: FormAnswer }) {
  const t = useText();
  const { number, waiting } = record;
  const title = t("sharing.unreadTitle", { number });
  return (
    <ConfirmPage
      title={title}
      breadcrumbs={{
        label: t("knowledge.crumbs"),
        items: [{ text: number, href: paths.contribution(number) }, { text: title }],
      }}
      what={waiting ? t("sharing.unreadText", { level: t(`codes.sharing.${waiting.toLevel}`) }) : undefined}
      submit={t("sharing.unreadNow")}
      back={paths.contribution(number)}
      answer={answer}
      names={{ reason: t("knowledge.reason") }}
    >
      {record.guardStated ? <Notice tone="warn" title={t("guard.reviewer")} /> : null}
      <TextareaField
        {...fieldsOf(answer).field("reason")}
        label={t("knowledge.reason")}
        hint={t("sharing.unreadHint")}
        maxLength={500}
      />
      <GuardStatement answer={answer} />
    </ConfirmPage>
  );
}
