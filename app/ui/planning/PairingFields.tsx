import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/base/Notice.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { peopleNames, SessionPeopleFields } from "#app/ui/sessions/SessionPeopleFields.tsx";
import { SessionTermsFields, termsNames } from "#app/ui/sessions/SessionTermsFields.tsx";
import { TemplateLength } from "#app/ui/sessions/TemplateLength.tsx";
import type { PairingForm } from "#app/views/planning/pairing-form-view.server.ts";

export interface PairingFieldsProps {
  form: Omit<PairingForm, "delegates" | "beneficiaryId"> & Partial<Pick<PairingForm, "delegates">>;
  plenary: boolean;
  answer?: FormAnswer;
  /** They are for several: links to the calls stand in one field. */
  several?: true;
}

/** Labels of these fields, for the summary of what is wrong. */
export function pairingNames(t: ReturnType<typeof useText>, plenary: boolean): Record<string, string> {
  return {
    templateId: t("sessions.template"),
    minutes: t("sessions.minutes"),
    ...peopleNames(t, plenary),
    ...termsNames(t),
  };
}

/** How long, with whom, in which language: what a pairing has before it has a time. */
export function PairingFields({ form, plenary, answer, several }: PairingFieldsProps) {
  const t = useText();
  const { stored } = form;
  const { field } = fieldsOf(answer, stored);
  return (
    <>
      <Section id="what" title={t("plan.what")}>
        {form.agendaOf ? (
          <Notice title={t("plan.agendaOf", { when: form.agendaOf.when })} className="mb-4">
            {t("plan.agendaOfText")} <a href={paths.agenda(form.agendaOf.id)}>{t("plan.agendaOfShow")}</a>
          </Notice>
        ) : null}
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
      </Section>
      <Section id="who" title={t("plan.who")}>
        <SessionPeopleFields options={form} plenary={plenary} answer={answer} stored={stored} />
      </Section>
      <Section id="how" title={t("plan.how")}>
        <SessionTermsFields answer={answer} stored={stored} several={several} />
      </Section>
    </>
  );
}
