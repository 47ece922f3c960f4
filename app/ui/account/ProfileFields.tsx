import { useText } from "#app/i18n/TextContext.tsx";
import { CityField } from "#app/ui/account/CityField.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import type { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import type { ProfileChoices } from "#app/views/people/profile-choices.ts";

/** Labels of these fields, for the summary of what is wrong. */
export function profileNames(t: ReturnType<typeof useText>, mailsApart = false): Record<string, string> {
  return {
    name: t("account.name"),
    locale: mailsApart ? t("account.pageLanguage") : t("account.language"),
    mailLocale: t("account.mailLanguage"),
    city: t("account.city"),
  };
}

export interface ProfileFieldsProps {
  field: ReturnType<typeof fieldsOf>["field"];
  choices: ProfileChoices;
  /** Asks for the language of mails by itself. */
  mailsApart?: boolean;
}

/** Name, language and city of a person, in the profile and when an invitation is accepted. */
export function ProfileFields({ field, choices, mailsApart = false }: ProfileFieldsProps) {
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
        legend={mailsApart ? t("account.pageLanguage") : t("account.language")}
        hint={mailsApart ? t("account.pageLanguageHint") : t("account.languageHint")}
        options={choices.languages}
        inline
      />
      {mailsApart ? (
        <ChoiceGroup
          {...field("mailLocale")}
          type="radio"
          legend={t("account.mailLanguage")}
          hint={t("account.mailLanguageHint")}
          options={choices.languages}
          inline
        />
      ) : null}
      <CityField field={field("city")} cities={choices.cities} />
    </>
  );
}
