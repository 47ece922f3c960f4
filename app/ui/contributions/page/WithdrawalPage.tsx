import type { ContributionView } from "#app/domain/knowledge/record-view.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { GuardStatement } from "#app/ui/forms/GuardStatement.tsx";

/** Asks before a record is withdrawn, or a draft thrown away. */
export function WithdrawalPage({ record, answer }: { record: ContributionView; answer?: FormAnswer }) {
  const t = useText();
  const { number, status } = record;
  const isDraft = status === "draft";
  const fields = fieldsOf(answer);
  const title = isDraft ? t("knowledge.discardTitle", { number }) : t("knowledge.withdrawTitle", { number });
  return (
    <>
      <Breadcrumbs
        label={t("knowledge.crumbs")}
        items={[{ text: number, href: paths.contribution(number) }, { text: title }]}
      />
      <PageHeader title={title} standfirst={isDraft ? t("knowledge.discardText") : t("knowledge.withdrawText")} />
      <DeedForm answer={answer}>
        {isDraft ? null : (
          <TextareaField
            {...fields.field("reason")}
            label={t("knowledge.reason")}
            hint={t("knowledge.reasonHint")}
            maxLength={500}
          />
        )}
        <GuardStatement answer={answer} />
        <div className="cluster">
          <Button variant="primary">{isDraft ? t("knowledge.discard") : t("knowledge.withdraw")}</Button>
          <LinkButton variant="quiet" href={paths.contribution(number)}>
            {t("common.cancel")}
          </LinkButton>
        </div>
      </DeedForm>
    </>
  );
}
