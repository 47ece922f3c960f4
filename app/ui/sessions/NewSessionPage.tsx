import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { ClashWarning } from "#app/ui/forms/ClashWarning.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { DelegationChoice } from "#app/ui/sessions/DelegationChoice.tsx";
import { SessionPeopleFields } from "#app/ui/sessions/SessionPeopleFields.tsx";
import { SessionTermsFields } from "#app/ui/sessions/SessionTermsFields.tsx";
import { SessionTimeFields } from "#app/ui/sessions/SessionTimeFields.tsx";
import type { NewSessionForm } from "#app/views/sessions/session-form-view.server.ts";

export interface NewSessionPageProps {
  title: string;
  form: NewSessionForm;
  /** Language of the viewer, in which the session is held unless told otherwise. */
  language: string;
  answer?: FormAnswer;
}

/** Scheduling a session: first with whom, because that decides who can be invited, then everything else. */
export function NewSessionPage({ title, form, language, answer }: NewSessionPageProps) {
  const t = useText();
  const { round, chosen } = form;
  return (
    <>
      <Breadcrumbs
        label={t("sessions.crumbs")}
        items={[
          { text: t("rounds.title"), href: paths.rounds() },
          { text: round.title, href: paths.round(round.id) },
          { text: t("sessions.new") },
        ]}
      />
      <PageHeader title={title} over={chosen ? t("sessions.new") : undefined} standfirst={round.title} />
      {chosen ? (
        <ScheduleForm form={form} chosen={chosen} language={language} answer={answer} />
      ) : (
        <DelegationChoice roundId={round.id} delegations={form.delegations} />
      )}
    </>
  );
}

function ScheduleForm(props: Omit<NewSessionPageProps, "title"> & { chosen: NonNullable<NewSessionForm["chosen"]> }) {
  const { form, chosen, language, answer } = props;
  const t = useText();
  const plenary = chosen.id === null;
  const stored = {
    date: form.round.startsOn,
    time: "09:00",
    minutes: plenary ? "180" : "135",
    language,
    attribution: plenary ? "group" : "beneficiary",
    delegateIds: form.delegates.map(({ id }) => id),
    templateId: "",
  };
  const { field } = fieldsOf(answer, stored);
  return (
    <DeedForm answer={answer} className="">
      <input type="hidden" name="beneficiaryId" value={chosen.id ?? ""} />
      <Section id="when" title={t("sessions.when")}>
        <SessionTimeFields round={form.round} answer={answer} stored={stored} />
      </Section>
      <Section id="who" title={t("sessions.who")} note={t("sessions.whoNote")}>
        <SessionPeopleFields options={form} plenary={plenary} everybody={plenary} answer={answer} stored={stored} />
      </Section>
      <Section id="how" title={t("sessions.how")}>
        <SessionTermsFields answer={answer} stored={stored} />
        <SelectField
          {...field("templateId")}
          label={t("sessions.template")}
          hint={t("sessions.templateHint")}
          optional={t("common.optional")}
          placeholder={t("sessions.noTemplate")}
          options={form.templates.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ClashWarning answer={answer} label={t("sessions.scheduleAnyway")} />
        <div className="actions">
          <Button variant="primary">{t("sessions.schedule")}</Button>
          <a href={paths.round(form.round.id)}>{t("common.cancel")}</a>
        </div>
      </Section>
    </DeedForm>
  );
}
