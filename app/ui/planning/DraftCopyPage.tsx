import { MAX_DRAFT_NAME } from "#app/domain/planning/plan-limits.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { usePlanBreadcrumbs } from "#app/ui/planning/use-plan-breadcrumbs.ts";

export interface DraftCopyPageProps {
  title: string;
  round: { id: string; title: string };
  draft: { id: string };
  answer?: FormAnswer;
}

/** Copying a draft under another name. */
export function DraftCopyPage({ title, round, draft, answer }: DraftCopyPageProps) {
  const t = useText();
  const { field } = fieldsOf(answer);
  return (
    <>
      <Breadcrumbs {...usePlanBreadcrumbs(title, round)} />
      <PageHeader title={title} standfirst={t("plan.copyStandfirst")} />
      <DeedForm answer={answer} names={{ name: t("plan.copyName") }}>
        <TextField {...field("name")} label={t("plan.copyName")} maxLength={MAX_DRAFT_NAME} />
        <div className="actions">
          <Button variant="primary">{t("plan.copy")}</Button>
          <a href={paths.planDraft(round.id, draft.id)}>{t("common.cancel")}</a>
        </div>
      </DeedForm>
    </>
  );
}
