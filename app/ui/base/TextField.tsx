import type { ComponentPropsWithoutRef } from "react";
import { classNames } from "#app/ui/base/class-names.ts";
import { Field, type FieldFrame } from "#app/ui/base/Field.tsx";

/** Any attribute of an input may follow: defaultValue, required, maxLength, autoComplete, inputMode, lang, min, max. */
export type TextFieldProps = FieldFrame & {
  type?: "text" | "email" | "password" | "search" | "tel" | "url" | "number" | "file";
  /** Short answers get a short box. */
  width?: "full" | "half" | "short";
} & Omit<ComponentPropsWithoutRef<"input">, "type" | "style" | "width" | keyof FieldFrame>;

export type DateFieldProps = Omit<TextFieldProps, "type" | "width">;

/** One line of text. */
export function TextField({ type = "text", width = "full", ...props }: TextFieldProps) {
  return <InputField type={type} look={width === "full" ? undefined : `input--${width}`} {...props} />;
}

/** A day, in the picker of the browser; values are YYYY-MM-DD. */
export function DateField(props: DateFieldProps) {
  return <InputField type="date" look="input--short" {...props} />;
}

/** A time of day on the clock that the label names; values are HH:MM. */
export function TimeField(props: DateFieldProps) {
  return <InputField type="time" look="input--short" {...props} />;
}

/** A day and a time in one control; values are YYYY-MM-DDTHH:MM, without a zone. */
export function DateTimeField(props: DateFieldProps) {
  return <InputField type="datetime-local" look="input--half" {...props} />;
}

function InputField(props: FieldFrame & { look?: string } & Omit<ComponentPropsWithoutRef<"input">, keyof FieldFrame>) {
  const { name, id, label, hint, error, optional, className, look, ...input } = props;
  return (
    <Field {...{ name, id, label, hint, error, optional, className }}>
      {(control) => <input className={classNames("input", look)} {...input} {...control} />}
    </Field>
  );
}
