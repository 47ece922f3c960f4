import { limits } from "#app/domain/knowledge/templates.ts";
import { languageCodes, languages } from "#app/i18n/languages.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import type { fieldsOf } from "#app/ui/forms/DeedForm.tsx";

/** What every record says first: title, one sentence, and the language of both. */
export function ShortFields({ fields }: { fields: ReturnType<typeof fieldsOf> }) {
  const t = useText();
  return (
    <>
      <TextField
        {...fields.field("title")}
        label={t("knowledge.title")}
        hint={t("knowledge.titleHint", { max: limits.title })}
        maxLength={limits.title}
      />
      <TextareaField
        {...fields.field("summary")}
        label={t("knowledge.summary")}
        hint={t("knowledge.summaryHint", { max: limits.summary })}
        maxLength={limits.summary}
        rows={3}
      />
      <SelectField
        {...fields.field("language")}
        label={t("knowledge.language")}
        options={languageCodes.map((code) => ({
          value: code,
          label: languages[code].selfName,
          lang: languages[code].tag,
        }))}
      />
    </>
  );
}
