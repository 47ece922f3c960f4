import { isRowField } from "#app/domain/forms/row-field.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { fieldId } from "#app/ui/base/field-id.ts";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import type { fieldsOf } from "#app/ui/forms/DeedForm.tsx";

export interface PastedRowsProps {
  field: ReturnType<ReturnType<typeof fieldsOf>["field"]>;
  label: string;
  hint: string;
  optional?: boolean;
  answer?: FormAnswer;
}

/** A list to paste, and under it what is wrong with which of its lines. */
export function PastedRows({ field, label, hint, optional, answer }: PastedRowsProps) {
  const t = useText();
  const wrong = Object.entries(answer?.errors ?? {}).filter(([name]) => isRowField(name));
  return (
    <>
      <TextareaField
        {...field}
        label={label}
        hint={hint}
        optional={optional ? t("common.optional") : undefined}
        rows={8}
        spellCheck={false}
      />
      {wrong.length > 0 ? (
        <ul className="rows">
          {wrong.map(([name, said]) => (
            <li key={name} id={fieldId(name)} tabIndex={-1}>
              {said}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
