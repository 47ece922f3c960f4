import type { ComponentPropsWithoutRef } from "react";
import { Field, type FieldFrame } from "#app/ui/base/Field.tsx";

export interface SelectOption {
  value: string;
  label: string;
  lang?: string;
  disabled?: boolean;
}
export interface SelectGroup {
  group: string;
  options: readonly SelectOption[];
}

export type SelectFieldProps = FieldFrame & {
  options: readonly (SelectOption | SelectGroup)[];
  /** The first, empty entry: "Choose a delegation". */
  placeholder?: string;
} & Omit<ComponentPropsWithoutRef<"select">, "style" | "children" | keyof FieldFrame>;

/** One of many; with up to five choices take a `ChoiceGroup`. */
export function SelectField(props: SelectFieldProps) {
  const { name, id, label, hint, error, optional, className, options, placeholder, ...select } = props;
  return (
    <Field {...{ name, id, label, hint, error, optional, className }}>
      {(control) => (
        <select className="input" {...select} {...control}>
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((entry) =>
            "group" in entry ? (
              <optgroup key={entry.group} label={entry.group}>
                {entry.options.map(option)}
              </optgroup>
            ) : (
              option(entry)
            ),
          )}
        </select>
      )}
    </Field>
  );
}

function option({ value, label, lang, disabled }: SelectOption) {
  return (
    <option key={value} value={value} lang={lang} disabled={disabled}>
      {label}
    </option>
  );
}
