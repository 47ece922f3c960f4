import type { ContributionView } from "#app/domain/knowledge/record-view.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Btn, LinkBtn } from "#app/ui/base/Btn.tsx";
import { Crumbs } from "#app/ui/base/Crumbs.tsx";
import { Head } from "#app/ui/base/Head.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { GuardStatement } from "#app/ui/knowledge/GuardStatement.tsx";

/** Asks before a record is withdrawn, or a draft thrown away. */
export function WithdrawalPage({ record, answer }: { record: ContributionView; answer?: FormAnswer }) {
  const t = useText();
  const { number, status } = record;
  const isDraft = status === "draft";
  const fields = fieldsOf(answer);
  const title = isDraft ? t("knowledge.discardTitle", { number }) : t("knowledge.withdrawTitle", { number });
  return (
    <>
      <Crumbs
        label={t("knowledge.crumbs")}
        items={[{ text: number, href: paths.contribution(number) }, { text: title }]}
      />
      <Head title={title} standfirst={isDraft ? t("knowledge.discardText") : t("knowledge.withdrawText")} />
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
          <Btn variant="primary">{isDraft ? t("knowledge.discard") : t("knowledge.withdraw")}</Btn>
          <LinkBtn variant="quiet" href={paths.contribution(number)}>
            {t("common.cancel")}
          </LinkBtn>
        </div>
      </DeedForm>
    </>
  );
}
