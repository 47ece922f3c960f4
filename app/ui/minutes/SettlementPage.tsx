import { actionStates, minutesLimits } from "#app/domain/minutes/minutes-limits.ts";
import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { ConflictNotice, RevisionField } from "#app/ui/forms/ConflictNotice.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import type { ActionView } from "#app/views/minutes/action-view.server.ts";

export interface SettlementPageProps {
  title: string;
  point: ActionView;
  stored: FormValues;
  answer?: FormAnswer;
}

/** What became of an action point. */
export function SettlementPage({ title, point, stored, answer }: SettlementPageProps) {
  const t = useText();
  const { field } = fieldsOf(answer, stored);
  const names = { state: t("actions.state"), note: t("actions.note") };
  return (
    <>
      <Breadcrumbs
        label={t("sessions.crumbs")}
        items={[{ text: t("actions.title"), href: paths.actions() }, { text: title }]}
      />
      <PageHeader
        title={title}
        standfirst={<span lang={point.lang}>{point.text}</span>}
        meta={
          <FactLine>
            {point.owner}
            {point.due ?? t("actions.noDay")}
            {point.session}
            {point.round}
          </FactLine>
        }
      />
      <ConflictNotice
        answer={answer}
        fields={[
          { name: "state", label: names.state, inWords: (code) => textOf(t, `actions.stateOf.${code}`) },
          { name: "note", label: names.note },
        ]}
      />
      <DeedForm answer={answer} names={names}>
        <RevisionField answer={answer} stored={stored} />
        <ChoiceGroup
          {...field("state")}
          type="radio"
          legend={names.state}
          options={actionStates.map((code) => ({ value: code, label: t(`actions.stateOf.${code}`) }))}
        />
        <TextareaField
          {...field("note")}
          label={names.note}
          hint={t("actions.noteHint")}
          optional={t("common.optional")}
          maxLength={minutesLimits.note}
          rows={3}
        />
        <div className="actions">
          <Button variant="primary">{t("actions.save")}</Button>
          <a href={paths.actions()}>{t("common.cancel")}</a>
        </div>
      </DeedForm>
    </>
  );
}
