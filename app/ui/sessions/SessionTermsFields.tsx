import { attributions } from "#app/domain/codes.ts";
import { MAX_JOIN_LINKS } from "#app/domain/sessions/join-link-limits.ts";
import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { languageCodes, languages } from "#app/i18n/languages.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";

/** Labels of these fields, for the summary of what is wrong. */
export function termsNames(t: ReturnType<typeof useText>): Record<string, string> {
  return {
    language: t("sessions.language"),
    joinLink: t("sessions.joinLink"),
    joinLinks: t("sessions.joinLinks"),
    attribution: t("sessions.attribution"),
  };
}

/** Language, join link and attribution. */
export function SessionTermsFields(props: {
  answer?: FormAnswer;
  stored: FormValues;
  /** They are for several: one link for all would lead one delegation into the call of another, which the hint says. */
  several?: true;
}) {
  const { answer, stored, several } = props;
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
      {several ? (
        <TextareaField
          {...field("joinLinks")}
          label={t("sessions.joinLinks")}
          hint={t("sessions.joinLinksHint")}
          optional={t("common.optional")}
          rows={3}
          maxLength={MAX_JOIN_LINKS}
        />
      ) : (
        <TextField
          {...field("joinLink")}
          type="url"
          label={t("sessions.joinLink")}
          hint={t("sessions.joinLinkHint")}
          optional={t("common.optional")}
          maxLength={1000}
        />
      )}
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
