import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { LabelFields, labelNames } from "#app/ui/forms/LabelFields.tsx";

/** Name of the programme and what it says under every page. */
export function ProgrammePage(props: { title: string; stored: Record<string, string>; answer?: FormAnswer }) {
  const { title, stored, answer } = props;
  const t = useText();
  const { field } = fieldsOf(answer, stored);
  const names = {
    ...labelNames(t("admin.name"), "name"),
    ...labelNames(t("admin.description"), "description"),
    ...labelNames(t("admin.fundingStatement"), "fundingStatement"),
    ...labelNames(t("admin.disclaimer"), "disclaimer"),
  };
  return (
    <>
      <PageHeader title={title} standfirst={t("admin.programmeText")} />
      <DeedForm answer={answer} className="" names={names} compared={{ stored }}>
        <Section id="name" title={t("admin.name")}>
          <div className="stack">
            <LabelFields name="name" legend={t("admin.name")} field={field} required="en" />
            <LabelFields
              name="description"
              legend={t("admin.description")}
              hint={t("admin.descriptionHint")}
              field={field}
              lines
            />
          </div>
        </Section>
        <Section id="funding" title={t("admin.fundingStatement")} note={t("admin.fundingNote")}>
          <div className="stack">
            <LabelFields name="fundingStatement" legend={t("admin.fundingStatement")} field={field} lines />
          </div>
        </Section>
        <Section id="disclaimer" title={t("admin.disclaimer")} note={t("admin.disclaimerNote")}>
          <div className="stack">
            <LabelFields name="disclaimer" legend={t("admin.disclaimer")} field={field} lines />
            <div className="cluster">
              <Button variant="primary">{t("common.save")}</Button>
              <a href={paths.administration()}>{t("common.cancel")}</a>
            </div>
          </div>
        </Section>
      </DeedForm>
    </>
  );
}
