import { type FormEvent, type ReactNode, useState } from "react";
import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import type { TemplateChoice } from "#app/views/sessions/session-form-view.server.ts";

export interface TemplateLengthProps {
  templates: readonly TemplateChoice[];
  answer?: FormAnswer;
  stored: FormValues;
  /** The field of the length, among others. */
  children: ReactNode;
}

/**
 * The agenda template and, after it, the length of the session. How the two agree is said while they are chosen;
 * without scripts the length of each template stands behind its name.
 */
export function TemplateLength({ templates, answer, stored, children }: TemplateLengthProps) {
  const t = useText();
  const { field } = fieldsOf(answer, stored);
  const [chosen, setChosen] = useState({
    templateId: field("templateId").defaultValue,
    minutes: field("minutes").defaultValue,
  });
  const changed = ({ target }: FormEvent) => {
    const { name, value } = target as HTMLInputElement;
    if (name === "templateId" || name === "minutes") setChosen({ ...chosen, [name]: value });
  };
  const template = templates.find(({ id }) => id === chosen.templateId);
  const typed = (chosen.minutes ?? "").trim();
  const excess = template && typed ? template.minutes - Number(typed) : 0;
  return (
    <div className="stack" onChange={changed}>
      <SelectField
        {...field("templateId")}
        label={t("sessions.template")}
        hint={t("sessions.templateHint")}
        optional={t("common.optional")}
        placeholder={t("sessions.noTemplate")}
        options={templates.map(({ id, name, minutes: n, lacking }) => ({
          value: id,
          label: lacking
            ? t("sessions.templateLacking", { name, n, languages: lacking })
            : t("sessions.templateLength", { name, n }),
        }))}
      />
      {children}
      <p role="status" className="hint">
        {template && !typed ? t("sessions.asTemplate", { count: template.minutes }) : null}
        {excess > 0 ? t("sessions.templateLonger", { count: excess }) : null}
      </p>
    </div>
  );
}
