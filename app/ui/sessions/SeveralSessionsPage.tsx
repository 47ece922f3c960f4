import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { ClashWarning } from "#app/ui/forms/ClashWarning.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { FoldChoiceField } from "#app/ui/forms/FoldChoiceField.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import { peopleNames, SessionPeopleFields } from "#app/ui/sessions/SessionPeopleFields.tsx";
import { SessionTermsFields, termsNames } from "#app/ui/sessions/SessionTermsFields.tsx";
import { SeveralRows } from "#app/ui/sessions/SeveralRows.tsx";
import { TemplateLength } from "#app/ui/sessions/TemplateLength.tsx";
import type { SeveralForm } from "#app/views/sessions/several-form-view.server.ts";

export interface SeveralSessionsPageProps {
  title: string;
  form: SeveralForm;
  answer?: FormAnswer;
}

/** One session with each delegation: what all have in common once, then a row for each, saved together. */
export function SeveralSessionsPage({ title, form, answer }: SeveralSessionsPageProps) {
  const t = useText();
  const { round } = form;
  return (
    <>
      <Breadcrumbs {...useRoundBreadcrumbs(title, { round })} />
      <PageHeader title={title} standfirst={t("sessions.severalStandfirst")} />
      {form.rows.length > 0 || answer ? (
        <SeveralSessionsForm form={form} answer={answer} />
      ) : form.delegations === 0 ? (
        <Empty title={t("rounds.noDelegations")}>{t("rounds.noDelegationsText")}</Empty>
      ) : (
        <Empty title={t("sessions.severalNone")}>{t("sessions.severalNoneText")}</Empty>
      )}
    </>
  );
}

function SeveralSessionsForm({ form, answer }: Omit<SeveralSessionsPageProps, "title">) {
  const t = useText();
  const { stored } = form;
  const { field } = fieldsOf(answer, stored);
  const names = {
    templateId: t("sessions.template"),
    minutes: t("sessions.minutes"),
    ...peopleNames(t, false),
    ...termsNames(t),
    beneficiaryIds: t("sessions.severalWhen"),
    ...rowNames(t, form.rows),
    choice: t("sessions.choice"),
  };
  return (
    <DeedForm answer={answer} className="" names={names}>
      <Section id="common" title={t("sessions.severalCommon")}>
        <TemplateLength templates={form.templates} answer={answer} stored={stored}>
          <TextField
            {...field("minutes")}
            label={t("sessions.minutes")}
            hint={t("sessions.minutesHint")}
            inputMode="numeric"
            width="short"
            maxLength={3}
          />
        </TemplateLength>
        <SessionPeopleFields options={form} answer={answer} stored={stored} />
        <SessionTermsFields answer={answer} stored={stored} several />
      </Section>
      <Section id="rows" title={t("sessions.severalWhen")} note={t("sessions.timeIn", { zone: form.round.zone })}>
        <SeveralRows form={form} answer={answer} />
        <FoldChoiceField answer={answer} />
        <ClashWarning answer={answer} label={t("sessions.scheduleAnyway")} />
        <p className="hint">{t("sessions.severalTold")}</p>
        <div className="actions">
          <Button variant="primary">{t("sessions.scheduleAll")}</Button>
          <a href={paths.round(form.round.id)}>{t("common.cancel")}</a>
        </div>
      </Section>
    </DeedForm>
  );
}

/** Labels of what each delegation has of its own. */
function rowNames(t: ReturnType<typeof useText>, rows: SeveralForm["rows"]): Record<string, string> {
  const fields = rows.flatMap(({ id, name }) => [
    [`date.${id}`, `${name}, ${t("sessions.date")}`] as const,
    [`time.${id}`, `${name}, ${t("sessions.time")}`] as const,
  ]);
  return Object.fromEntries(fields);
}
