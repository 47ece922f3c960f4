import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import type { AgendaSession } from "#app/views/sessions/agenda-view.server.ts";
import type { TemplateForSession } from "#app/views/sessions/session-form-view.server.ts";

export interface AgendaTemplatePageProps {
  title: string;
  sessionId: string;
  session: Pick<AgendaSession, "title" | "round">;
  templates: TemplateForSession[];
  /** Whether a template may take the place of the present agenda. */
  replaceable: boolean;
  answer?: FormAnswer;
}

/** Makes the agenda from a template. */
export function AgendaTemplatePage(props: AgendaTemplatePageProps) {
  const { title, sessionId, session, templates, replaceable, answer } = props;
  const t = useText();
  const { field } = fieldsOf(answer, { mode: replaceable ? "replace" : "append" });
  return (
    <>
      <Breadcrumbs
        {...useRoundBreadcrumbs(title, {
          round: session.round,
          session: { id: sessionId, title: session.title },
          agenda: true,
        })}
      />
      <PageHeader title={title} standfirst={t("agenda.templateStandfirst")} />
      {templates.length === 0 ? (
        <Empty title={t("agenda.noTemplates")}>{t("agenda.noTemplatesText")}</Empty>
      ) : (
        <DeedForm answer={answer} names={{ templateId: t("agenda.template"), mode: t("agenda.mode") }}>
          <ChoiceGroup
            {...field("templateId")}
            type="radio"
            legend={t("agenda.template")}
            options={templates.map(({ id, name, minutes, inAnother }) => ({
              value: id,
              label: name,
              hint: [t("sessions.minutesShort", { n: minutes }), inAnother].filter(Boolean).join(". "),
            }))}
          />
          <ChoiceGroup
            {...field("mode")}
            type="radio"
            legend={t("agenda.mode")}
            options={[
              { value: "replace", label: t("agenda.replace"), hint: t("agenda.replaceHint"), disabled: !replaceable },
              { value: "append", label: t("agenda.append") },
            ]}
          />
          <div className="actions">
            <Button variant="primary">{t("agenda.useTemplate")}</Button>
            <a href={paths.agenda(sessionId)}>{t("common.cancel")}</a>
          </div>
        </DeedForm>
      )}
    </>
  );
}
