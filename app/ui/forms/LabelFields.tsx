import { type LanguageCode, languageCodes, languages } from "#app/i18n/languages.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import type { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { Icon } from "#app/ui/icons/Icon.tsx";

export interface LabelFieldsProps {
  /** First part of the field names: `name` gives `name.en`, `name.bs`. */
  name: string;
  legend: string;
  hint?: string;
  field: ReturnType<typeof fieldsOf>["field"];
  /** `one`: in whichever language. */
  required?: LanguageCode | "one";
  maxLength?: number;
  lines?: boolean;
}

/** Labels of these fields by name, for the summary of what is wrong. */
export function labelNames(legend: string, ...names: readonly string[]): Record<string, string> {
  const fields = names.flatMap((name) => languageCodes.map((code) => [`${name}.${code}`, code] as const));
  return Object.fromEntries(fields.map(([field, code]) => [field, labelIn(legend, code)]));
}

/** What one of the fields is called: "Title (English)", which also reads well before what is wrong with it. */
export function labelIn(legend: string, code: LanguageCode): string {
  return `${legend} (${languages[code].selfName})`;
}

/** One text in several languages: the two of the interface at hand, the others behind a fold. */
export function LabelFields({ name, legend, hint, field, required, maxLength, lines }: LabelFieldsProps) {
  const t = useText();
  const first: readonly LanguageCode[] = ["en", "bs"];
  const others = languageCodes.filter((code) => !first.includes(code));
  const opened = others.some((code) => {
    const { defaultValue, error } = field(`${name}.${code}`);
    return Boolean(defaultValue) || Boolean(error);
  });
  const one = (code: LanguageCode) => {
    const shared = {
      ...field(`${name}.${code}`),
      label: labelIn(legend, code),
      hint: code === "en" ? hint : undefined,
      optional: code === required || (required === "one" && first.includes(code)) ? undefined : t("common.optional"),
      maxLength,
      lang: languages[code].tag,
    };
    return lines ? <TextareaField key={code} {...shared} rows={3} /> : <TextField key={code} {...shared} />;
  };
  return (
    <>
      {first.map(one)}
      <details className="stack" open={opened}>
        <summary className="cluster">
          <Icon name="chevron" className="chevron" />
          {t("admin.otherLanguages", { what: legend })}
        </summary>
        <div className="stack mt-4">{others.map(one)}</div>
      </details>
    </>
  );
}
