import { roles } from "#app/domain/access/actor.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { CheckField, ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import type { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import type { StandingChoices } from "#app/views/people/standing-choices.ts";

/** Labels of these fields, for the summary of what is wrong. */
export function standingNames(t: ReturnType<typeof useText>): Record<string, string> {
  return {
    role: t("people.role"),
    beneficiaryId: t("people.delegation"),
    institutionId: t("people.institution"),
    speaks: t("people.speaksLabel"),
  };
}

/** How their codes read. */
export function standingWords(t: ReturnType<typeof useText>, { beneficiaries, institutions }: StandingChoices) {
  const among = (options: readonly { id: string; name: string }[]) => (id: string) =>
    options.find((option) => option.id === id)?.name ?? id;
  return {
    role: (role: string) => textOf(t, `codes.role.${role}`),
    beneficiaryId: among(beneficiaries),
    institutionId: among(institutions),
    speaks: () => t("people.speaksLabel"),
  };
}

/** Role, delegation, institution and the right to speak for the delegation. */
export function StandingFields(props: { fields: ReturnType<typeof fieldsOf>; choices: StandingChoices }) {
  const { fields, choices } = props;
  const t = useText();
  const { beneficiaries, institutions } = choices;
  const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  const groups = beneficiaries
    .map(({ id, name }) => ({
      group: name,
      options: institutions.filter(({ beneficiaryId }) => beneficiaryId === id).map(option),
    }))
    .filter(({ options }) => options.length > 0);
  const elsewhere = institutions.filter(({ beneficiaryId }) => beneficiaryId === null).map(option);
  return (
    <>
      <ChoiceGroup
        {...fields.field("role")}
        type="radio"
        legend={t("people.role")}
        options={roles.map((role) => ({
          value: role,
          label: textOf(t, `codes.role.${role}`),
          hint: textOf(t, `people.roleHint.${role}`),
        }))}
      />
      <SelectField
        {...fields.field("beneficiaryId")}
        label={t("people.delegation")}
        hint={t("people.delegationHint")}
        placeholder={t("people.noDelegation")}
        options={beneficiaries.map(option)}
      />
      <SelectField
        {...fields.field("institutionId")}
        label={t("people.institution")}
        optional={t("common.optional")}
        placeholder={t("people.noInstitution")}
        options={[...groups, ...elsewhere]}
      />
      <CheckField {...fields.check("speaks")} label={t("people.speaksLabel")} hint={t("people.speaksHint")} />
    </>
  );
}
