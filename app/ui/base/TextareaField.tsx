import type { ComponentPropsWithoutRef } from "react";
import { Field, type FieldFrame } from "#app/ui/base/Field.tsx";

/** Any attribute of a textarea may follow: defaultValue, rows, required, maxLength, lang. */
export type TextareaFieldProps = FieldFrame & Omit<ComponentPropsWithoutRef<"textarea">, "style" | keyof FieldFrame>;

/** Several lines of text. */
export function TextareaField(props: TextareaFieldProps) {
  const { name, id, label, hint, error, optional, className, rows = 4, ...textarea } = props;
  return (
    <Field {...{ name, id, label, hint, error, optional, className }}>
      {(control) => <textarea className="input" rows={rows} {...textarea} {...control} />}
    </Field>
  );
}
