import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { EditPage } from "#app/ui/administration/EditPage.tsx";
import { FateLink } from "#app/ui/administration/FateLink.tsx";
import { SelectField, type SelectOption } from "#app/ui/base/SelectField.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { LabelFields, labelNames } from "#app/ui/forms/LabelFields.tsx";

export interface InstitutionPageProps {
  title: string;
  /** Null for a new one. */
  id: string | null;
  stored: Record<string, string>;
  /** One that is added can be followed by another. */
  isNew: boolean;
  types: SelectOption[];
  beneficiaries: SelectOption[];
  answer?: FormAnswer;
}

/** One institution: names, type, and the beneficiary it belongs to. */
export function InstitutionPage({ title, id, stored, isNew, types, beneficiaries, answer }: InstitutionPageProps) {
  const t = useText();
  const { field } = fieldsOf(answer, stored);
  const parent = { text: t("admin.institutions"), href: paths.adminInstitutions() };
  const names = {
    ...labelNames(t("admin.name"), "name"),
    type: t("admin.type"),
    beneficiaryId: t("admin.beneficiary"),
  };
  return (
    <EditPage
      title={title}
      parent={parent}
      answer={answer}
      names={names}
      compared={{ stored, inWords: { type: among(types), beneficiaryId: among(beneficiaries) } }}
      another={isNew}
      after={id ? <FateLink href={paths.institutionRemoval(id)} /> : null}
    >
      <LabelFields name="name" legend={t("admin.name")} field={field} required="one" />
      <SelectField {...field("type")} label={t("admin.type")} placeholder={t("admin.chooseType")} options={types} />
      <SelectField
        {...field("beneficiaryId")}
        label={t("admin.beneficiary")}
        hint={t("admin.institutionBeneficiaryHint")}
        placeholder={t("admin.chooseBeneficiary")}
        options={beneficiaries}
      />
    </EditPage>
  );
}

function among(options: readonly SelectOption[]) {
  return (value: string) => options.find((option) => option.value === value)?.label ?? value;
}
