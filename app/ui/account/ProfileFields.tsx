import { useText } from "#app/i18n/TextContext.tsx";
import { CityField } from "#app/ui/account/CityField.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import type { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import type { ProfileChoices } from "#app/views/people/profile-choices.ts";

/** Labels of these fields, for the summary of what is wrong. */
export function profileNames(t: ReturnType<typeof useText>): Record<string, string> {
  return { name: t("account.name"), locale: t("account.language"), city: t("account.city") };
}

/** Name, language and city of a person, in the profile and when an invitation is accepted. */
export function ProfileFields(props: { field: ReturnType<typeof fieldsOf>["field"]; choices: ProfileChoices }) {
  const { field, choices } = props;
  const t = useText();
  return (
    <>
      <TextField
        {...field("name")}
        label={t("account.name")}
        hint={t("account.nameHint")}
        autoComplete="name"
        required
      />
      <ChoiceGroup
        {...field("locale")}
        type="radio"
        legend={t("account.language")}
        hint={t("account.languageHint")}
        options={choices.languages}
        inline
      />
      <CityField field={field("city")} cities={choices.cities} />
    </>
  );
}
