import { attributions } from "#app/domain/codes.ts";
import { wideName } from "#app/domain/programme/beneficiary-name.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import type { Text } from "#app/i18n/text.ts";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import type { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import type { ContributionFormView, Option } from "#app/views/contributions/form-view.ts";

type Fields = ReturnType<typeof fieldsOf>;

/** Options for a select, with the catalogue's words for wide beneficiaries. */
export function selectOptions(t: Text, options: readonly Option[]) {
  return options.map(({ value, label }) => ({ value, label: label ?? wideName(t, value) }));
}

/** From which beneficiary it comes, where that does not follow by itself. */
export function BeneficiaryField({ form, fields }: { form: ContributionFormView; fields: Fields }) {
  const t = useText();
  if (form.fixedBeneficiary !== null) {
    return form.fixedBeneficiary ? <p>{t("knowledge.fromDelegation", { name: form.fixedBeneficiary })}</p> : null;
  }
  return (
    <SelectField
      {...fields.field("beneficiary")}
      label={t("knowledge.beneficiary")}
      hint={t("knowledge.beneficiaryHint")}
      placeholder={t("common.chooseOne")}
      options={selectOptions(t, form.beneficiaries)}
    />
  );
}

/** The institution it is about or comes from. */
export function InstitutionField({ form, fields }: { form: ContributionFormView; fields: Fields }) {
  const t = useText();
  if (form.institutions.length === 0) return <input type="hidden" {...hidden(fields, "institutionId")} />;
  return (
    <SelectField
      {...fields.field("institutionId")}
      label={t("knowledge.institution")}
      optional={t("common.optional")}
      placeholder={t("knowledge.noInstitution")}
      options={selectOptions(t, form.institutions)}
    />
  );
}

/** Who is named to viewers outside the session and the delegation. */
export function AttributionField({ fields }: { fields: Fields }) {
  const t = useText();
  const { defaultValue, ...frame } = fields.field("attribution");
  return (
    <ChoiceGroup
      type="radio"
      {...frame}
      defaultValue={defaultValue}
      legend={t("knowledge.attribution")}
      hint={t("knowledge.attributionHint")}
      options={attributions.map((code) => ({ value: code, label: t(`codes.attribution.${code}`) }))}
    />
  );
}

/** Which record or draft the form is about: its number, or while it has none what the page drew for it. */
export function WhichDraft({ form, fields }: { form: ContributionFormView; fields: Fields }) {
  const number = hidden(fields, "number").defaultValue || form.number;
  const draft = hidden(fields, "draft").defaultValue || form.values.draft;
  return (
    <>
      <input type="hidden" name="number" defaultValue={number ?? ""} />
      <input type="hidden" name="draft" defaultValue={draft ?? ""} />
    </>
  );
}

/** Name and value of a hidden field. */
export function hidden(fields: Fields, name: string) {
  const { defaultValue } = fields.field(name);
  return { name, defaultValue };
}
