import { isRowField } from "#app/domain/forms/row-field.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { FactList } from "#app/ui/base/FactList.tsx";
import { FieldError } from "#app/ui/base/FieldError.tsx";
import { fieldId } from "#app/ui/base/field-id.ts";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import type { fieldsOf } from "#app/ui/forms/DeedForm.tsx";

/** What a list may say in one of its columns. */
export interface AllowedWords {
  column: string;
  words: readonly string[];
}

export interface PastedRowsProps {
  field: ReturnType<ReturnType<typeof fieldsOf>["field"]>;
  label: string;
  hint: string;
  /** Lines as they could be pasted, where the hint speaks of them. */
  example?: string;
  allowed?: readonly AllowedWords[];
  optional?: boolean;
  answer?: FormAnswer;
}

/** A list to paste: how its lines look, what they may say, and under it what is wrong with which of them. */
export function PastedRows({ field, label, hint, example, allowed = [], optional, answer }: PastedRowsProps) {
  const t = useText();
  const wrong = Object.entries(answer?.errors ?? {}).filter(([name]) => isRowField(name));
  return (
    <>
      {example ? (
        <div className="stack">
          <p>{hint}</p>
          <pre className="pre soft">{example}</pre>
          <FactList wide items={allowed.map(({ column, words }) => ({ term: column, details: words.join(", ") }))} />
        </div>
      ) : null}
      <TextareaField
        {...field}
        label={label}
        hint={example ? undefined : hint}
        optional={optional ? t("common.optional") : undefined}
        rows={8}
        spellCheck={false}
      />
      {wrong.length > 0 ? (
        <ul className="rows">
          {wrong.map(([name, said]) => (
            <li key={name} id={fieldId(name)} tabIndex={-1}>
              <FieldError id={fieldId(name)}>{said}</FieldError>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
