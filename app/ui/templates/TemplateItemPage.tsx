import { itemLimits } from "#app/domain/sessions/agenda-limits.ts";
import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { ConflictNotice, RevisionField } from "#app/ui/forms/ConflictNotice.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { LabelFields, labelNames } from "#app/ui/forms/LabelFields.tsx";
import { useTemplateBreadcrumbs } from "#app/ui/templates/use-template-breadcrumbs.ts";
import type { Choice } from "#app/views/vocabulary/term-words.ts";

export interface TemplateItemPageProps {
  title: string;
  template: { id: string; name: string };
  kinds: readonly Choice[];
  /** Null for a new item. */
  itemId: string | null;
  stored: FormValues;
  answer?: FormAnswer;
}

/** The form of an item of an agenda template, new or not. */
export function TemplateItemPage({ title, template, kinds, itemId, stored, answer }: TemplateItemPageProps) {
  const t = useText();
  const { field } = fieldsOf(answer, stored);
  const names = {
    kind: t("agenda.kind"),
    ...labelNames(t("agenda.itemTitle"), "title"),
    minutes: t("sessions.minutes"),
    visibility: t("agenda.visibility"),
    ...labelNames(t("agenda.description"), "description"),
  };
  const words: Record<string, (value: string) => string> = {
    kind: (code) => kinds.find(({ value }) => value === code)?.label ?? code,
    visibility: (code) => textOf(t, `codes.visibility.${code}`),
  };
  return (
    <>
      <Breadcrumbs {...useTemplateBreadcrumbs(title, template)} />
      <PageHeader title={title} standfirst={itemId ? t("templates.itemStandfirst") : undefined} />
      <ConflictNotice
        answer={answer}
        fields={Object.entries(names).map(([name, label]) => ({ name, label, inWords: words[name] }))}
      />
      <DeedForm answer={answer} names={names}>
        {itemId ? <RevisionField answer={answer} stored={stored} /> : null}
        <SelectField {...field("kind")} label={t("agenda.kind")} options={kinds} />
        <LabelFields
          name="title"
          legend={t("agenda.itemTitle")}
          field={field}
          required="one"
          maxLength={itemLimits.title}
        />
        <TextField
          {...field("minutes")}
          label={t("sessions.minutes")}
          inputMode="numeric"
          width="short"
          maxLength={3}
          required
        />
        <ChoiceGroup
          {...field("visibility")}
          type="radio"
          legend={t("agenda.visibility")}
          options={(["shared", "internal"] as const).map((code) => ({
            value: code,
            label: t(`codes.visibility.${code}`),
            hint: code === "internal" ? t("agenda.internalHint") : undefined,
          }))}
        />
        <LabelFields
          name="description"
          legend={t("agenda.description")}
          hint={t("agenda.descriptionHint")}
          field={field}
          maxLength={itemLimits.description}
          lines
        />
        <div className="actions">
          <Button variant="primary">{itemId ? t("common.save") : t("agenda.add")}</Button>
          <a href={paths.template(template.id)}>{t("common.cancel")}</a>
        </div>
      </DeedForm>
    </>
  );
}
