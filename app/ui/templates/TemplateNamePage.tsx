import { MAX_TEMPLATE_NAME } from "#app/domain/sessions/templates/template-limits.ts";
import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { languageCodes } from "#app/i18n/languages.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { ConflictNotice, RevisionField } from "#app/ui/forms/ConflictNotice.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { LabelFields, labelIn, labelNames } from "#app/ui/forms/LabelFields.tsx";
import { useTemplateBreadcrumbs } from "#app/ui/templates/use-template-breadcrumbs.ts";

export interface TemplateNamePageProps {
  title: string;
  standfirst?: string;
  /** Null for a new one. */
  template: { id: string; name: string } | null;
  stored: FormValues;
  /** Words of the button. */
  submit: string;
  answer?: FormAnswer;
}

/** What an agenda template is called: a new one, a copy, or one that gets another name. */
export function TemplateNamePage({ title, standfirst, template, stored, submit, answer }: TemplateNamePageProps) {
  const t = useText();
  const { field } = fieldsOf(answer, stored);
  const legend = t("templates.name");
  return (
    <>
      <Breadcrumbs {...useTemplateBreadcrumbs(title, template)} />
      <PageHeader title={title} standfirst={standfirst} />
      <ConflictNotice
        answer={answer}
        fields={languageCodes.map((code) => ({ name: `name.${code}`, label: labelIn(legend, code) }))}
      />
      <DeedForm answer={answer} names={labelNames(legend, "name")}>
        {stored.revision === undefined ? null : <RevisionField answer={answer} stored={stored} />}
        <LabelFields name="name" legend={legend} field={field} required="one" maxLength={MAX_TEMPLATE_NAME} />
        <div className="actions">
          <Button variant="primary">{submit}</Button>
          <a href={template ? paths.template(template.id) : paths.templates()}>{t("common.cancel")}</a>
        </div>
      </DeedForm>
    </>
  );
}
