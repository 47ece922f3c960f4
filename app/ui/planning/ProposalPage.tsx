import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { CheckField } from "#app/ui/base/Choice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { ForeseenNotice } from "#app/ui/planning/ForeseenNotice.tsx";
import { usePlanBreadcrumbs } from "#app/ui/planning/use-plan-breadcrumbs.ts";
import type { ForeseenView } from "#app/views/planning/reason-text.server.ts";

export interface ProposalPageProps {
  title: string;
  round: { id: string; title: string };
  drafts: { id: string; name: string }[];
  foreseen: ForeseenView | null;
  stored: FormValues;
  answer?: FormAnswer;
}

/** Asking for a timetable. */
export function ProposalPage({ title, round, drafts, foreseen, stored, answer }: ProposalPageProps) {
  const t = useText();
  const { field, check } = fieldsOf(answer, stored);
  return (
    <>
      <Breadcrumbs {...usePlanBreadcrumbs(title, round)} />
      <PageHeader title={title} over={round.title} standfirst={t("plan.proposeStandfirst")} />
      <ForeseenNotice foreseen={foreseen} />
      <DeedForm
        answer={answer}
        names={{ previousDraftId: t("plan.basis"), keeps: t("plan.keeps"), seconds: t("plan.seconds") }}
      >
        <SelectField
          {...field("previousDraftId")}
          label={t("plan.basis")}
          hint={t("plan.basisHint")}
          placeholder={t("plan.basisNone")}
          options={drafts.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <CheckField {...check("keeps")} label={t("plan.keeps")} hint={t("plan.keepsHint")} />
        <TextField
          {...field("seconds")}
          label={t("plan.seconds")}
          hint={t("plan.secondsHint")}
          inputMode="numeric"
          width="short"
          maxLength={3}
        />
        <div className="actions">
          <Button variant="primary">{t("plan.start")}</Button>
          <a href={paths.plan(round.id)}>{t("common.cancel")}</a>
        </div>
      </DeedForm>
    </>
  );
}
