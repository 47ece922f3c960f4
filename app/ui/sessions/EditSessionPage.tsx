import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { ClashWarning } from "#app/ui/forms/ClashWarning.tsx";
import { ConflictNotice, RevisionField } from "#app/ui/forms/ConflictNotice.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import { peopleNames, SessionPeopleFields } from "#app/ui/sessions/SessionPeopleFields.tsx";
import { SessionTermsFields, termsNames } from "#app/ui/sessions/SessionTermsFields.tsx";
import { SessionTimeFields, timeNames } from "#app/ui/sessions/SessionTimeFields.tsx";
import type { EditSessionForm } from "#app/views/sessions/session-form-view.server.ts";

export interface EditSessionPageProps {
  title: string;
  sessionId: string;
  form: EditSessionForm;
  answer?: FormAnswer;
}

/** Changing a session: its time, its people, its terms. */
export function EditSessionPage({ title, sessionId, form, answer }: EditSessionPageProps) {
  const t = useText();
  const names = new Map(
    [...form.delegates, ...form.consultants, ...form.interpreters].map(({ id, name }) => [id, name]),
  );
  const person = (id: string) => names.get(id) ?? "";
  return (
    <>
      <Breadcrumbs
        {...useRoundBreadcrumbs(t("common.edit"), { round: form.round, session: { id: sessionId, title: form.title } })}
      />
      <PageHeader title={title} over={t("sessions.edit")} standfirst={t("sessions.editStandfirst")} />
      {form.over ? <Notice title={t("sessions.overNotice")} className="mb-5" /> : null}
      <ConflictNotice
        answer={answer}
        fields={[
          { name: "date", label: t("sessions.date") },
          { name: "time", label: t("sessions.time") },
          { name: "minutes", label: t("sessions.minutes") },
          { name: "consultantIds", label: t("sessions.consultants"), inWords: person },
          { name: "interpreterId", label: t("sessions.interpreter"), inWords: person },
          { name: "delegateIds", label: t("sessions.delegates"), inWords: person },
          { name: "language", label: t("sessions.language") },
          { name: "joinLink", label: t("sessions.joinLink") },
          {
            name: "attribution",
            label: t("sessions.attribution"),
            inWords: (code) => textOf(t, `codes.attribution.${code}`),
          },
        ]}
      />
      <DeedForm
        answer={answer}
        names={{ ...timeNames(t), ...peopleNames(t, form.plenary), ...termsNames(t) }}
        className=""
      >
        <RevisionField answer={answer} stored={form.stored} />
        <Section id="when" title={t("sessions.when")} note={t("sessions.whenNote")}>
          <SessionTimeFields round={form.round} answer={answer} stored={form.stored} />
        </Section>
        <Section id="who" title={t("sessions.who")} note={t("sessions.whoChangeNote")}>
          <SessionPeopleFields options={form} plenary={form.plenary} answer={answer} stored={form.stored} />
        </Section>
        <Section id="how" title={t("sessions.how")}>
          <SessionTermsFields answer={answer} stored={form.stored} />
          <ClashWarning answer={answer} label={t("sessions.saveAnyway")} />
          <div className="actions">
            <Button variant="primary">{t("sessions.saveAndTell")}</Button>
            <a href={paths.session(sessionId)}>{t("common.cancel")}</a>
          </div>
        </Section>
      </DeedForm>
    </>
  );
}
