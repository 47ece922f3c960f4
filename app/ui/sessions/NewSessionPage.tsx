import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { ClashWarning } from "#app/ui/forms/ClashWarning.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import { DelegationChoice } from "#app/ui/sessions/DelegationChoice.tsx";
import { peopleNames, SessionPeopleFields } from "#app/ui/sessions/SessionPeopleFields.tsx";
import { SessionTermsFields, termsNames } from "#app/ui/sessions/SessionTermsFields.tsx";
import { SessionTimeFields, timeNames } from "#app/ui/sessions/SessionTimeFields.tsx";
import { TemplateLength } from "#app/ui/sessions/TemplateLength.tsx";
import type { NewSessionForm } from "#app/views/sessions/session-form-view.server.ts";

export interface NewSessionPageProps {
  title: string;
  form: NewSessionForm;
  answer?: FormAnswer;
}

/** Scheduling a session: first with whom, because that decides who can be invited, then everything else. */
export function NewSessionPage({ title, form, answer }: NewSessionPageProps) {
  const t = useText();
  const { round, chosen } = form;
  return (
    <>
      <Breadcrumbs {...useRoundBreadcrumbs(t("sessions.new"), { round })} />
      <PageHeader title={title} over={chosen ? t("sessions.new") : undefined} standfirst={round.title} />
      {chosen ? (
        <ScheduleForm form={form} chosen={chosen} answer={answer} />
      ) : (
        <DelegationChoice roundId={round.id} delegations={form.delegations} />
      )}
    </>
  );
}

function ScheduleForm(props: Omit<NewSessionPageProps, "title"> & { chosen: NonNullable<NewSessionForm["chosen"]> }) {
  const { form, chosen, answer } = props;
  const t = useText();
  const plenary = chosen.id === null;
  const { stored } = form;
  const templateId = t("sessions.template");
  const names = { templateId, ...timeNames(t), ...peopleNames(t, plenary), ...termsNames(t) };
  return (
    // Another delegation is another form: what was typed for the one before does not stay in it.
    <DeedForm key={chosen.id} answer={answer} names={names} className="">
      <input type="hidden" name="beneficiaryId" value={chosen.id ?? ""} />
      {form.carriedOver ? <Notice title={t("sessions.carriedOver")} className="mb-4" /> : null}
      <Section id="when" title={t("sessions.when")}>
        <TemplateLength templates={form.templates} answer={answer} stored={stored}>
          <SessionTimeFields
            round={form.round}
            answer={answer}
            stored={stored}
            lengthHint={t("sessions.minutesHint")}
          />
        </TemplateLength>
      </Section>
      <Section id="who" title={t("sessions.who")} note={t("sessions.whoNote")}>
        <SessionPeopleFields options={form} plenary={plenary} everybody={plenary} answer={answer} stored={stored} />
      </Section>
      <Section id="how" title={t("sessions.how")}>
        <SessionTermsFields answer={answer} stored={stored} />
        <ClashWarning answer={answer} label={t("sessions.scheduleAnyway")} />
        <div className="actions">
          <Button variant="primary">{t("sessions.schedule")}</Button>
          {plenary ? null : (
            <Button name="then" value="next">
              {t("sessions.scheduleNext")}
            </Button>
          )}
          <a href={paths.round(form.round.id)}>{t("common.cancel")}</a>
        </div>
        {plenary ? null : <p className="hint">{t("sessions.scheduleNextHint")}</p>}
      </Section>
    </DeedForm>
  );
}
