import { attributions } from "#app/domain/codes.ts";
import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { languageCodes, languages } from "#app/i18n/languages.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";

/** Language, join link and attribution. */
export function SessionTermsFields({ answer, stored }: { answer?: FormAnswer; stored: FormValues }) {
  const t = useText();
  const { field } = fieldsOf(answer, stored);
  return (
    <div className="stack">
      <SelectField
        {...field("language")}
        label={t("sessions.language")}
        hint={t("sessions.languageHint")}
        options={languageCodes.map((code) => ({
          value: code,
          label: languages[code].selfName,
          lang: languages[code].tag,
        }))}
      />
      <TextField
        {...field("joinLink")}
        type="url"
        label={t("sessions.joinLink")}
        hint={t("sessions.joinLinkHint")}
        optional={t("common.optional")}
        maxLength={1000}
      />
      <ChoiceGroup
        {...field("attribution")}
        type="radio"
        legend={t("sessions.attribution")}
        hint={t("sessions.attributionHint")}
        options={attributions.map((code) => ({ value: code, label: t(`codes.attribution.${code}`) }))}
      />
    </div>
  );
}
