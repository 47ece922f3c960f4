import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { GuardStatement } from "#app/ui/forms/GuardStatement.tsx";
import type { ContributionView } from "#app/views/contributions/contribution-view.ts";

/** Asks before a record is withdrawn, or a draft thrown away. */
export function WithdrawalPage({ record, answer }: { record: ContributionView; answer?: FormAnswer }) {
  const t = useText();
  const { number, status } = record;
  const isDraft = status === "draft";
  const fields = fieldsOf(answer);
  const title = isDraft ? t("knowledge.discardTitle", { number }) : t("knowledge.withdrawTitle", { number });
  return (
    <ConfirmPage
      title={title}
      breadcrumbs={{
        label: t("knowledge.crumbs"),
        items: [{ text: number, href: paths.contribution(number) }, { text: title }],
      }}
      what={isDraft ? t("knowledge.discardText") : t("knowledge.withdrawText")}
      submit={isDraft ? t("knowledge.discard") : t("knowledge.withdraw")}
      back={paths.contribution(number)}
      answer={answer}
      names={{ reason: t("knowledge.reason") }}
    >
      {isDraft ? null : (
        <TextareaField
          {...fields.field("reason")}
          label={t("knowledge.reason")}
          hint={t("knowledge.reasonHint")}
          maxLength={500}
        />
      )}
      <GuardStatement answer={answer} />
    </ConfirmPage>
  );
}
