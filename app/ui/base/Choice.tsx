import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classNames } from "#app/ui/base/class-names.ts";
import { FieldError } from "#app/ui/base/FieldError.tsx";
import { describedBy, fieldId } from "#app/ui/base/field-id.ts";

export type ChoiceProps = {
  type: "radio" | "checkbox";
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** A count at the end of the line, in filters. */
  count?: ReactNode;
  lang?: string;
} & Omit<ComponentPropsWithoutRef<"input">, "type" | "id" | "style" | "className" | "lang" | "children">;

/** One radio button or check box with its label; the whole line can be hit. */
export function Choice({ type, id, label, hint, count, lang, "aria-describedby": described, ...input }: ChoiceProps) {
  const hintId = hint ? `${id}-hint` : undefined;
  return (
    <div className="choice">
      <input type={type} id={id} aria-describedby={classNames(hintId, described)} {...input} />
      <label htmlFor={id} lang={lang}>
        {label}
      </label>
      {count === undefined ? null : <span className="figures">{count}</span>}
      {hint ? (
        <div className="hint" id={hintId}>
          {hint}
        </div>
      ) : null}
    </div>
  );
}

export type CheckFieldProps = {
  name: string;
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
} & Omit<ComponentPropsWithoutRef<"input">, "type" | "id" | "name" | "style" | "className" | "children">;

/** A single check box with a message of its own: a consent, a confirmation. Its value is "on" unless told otherwise. */
export function CheckField({ name, id = fieldId(name), label, hint, error, ...input }: CheckFieldProps) {
  return (
    <div className="field check">
      <Choice
        type="checkbox"
        id={id}
        name={name}
        label={label}
        hint={hint}
        aria-describedby={`${id}-error`}
        aria-invalid={error ? true : undefined}
        {...input}
      />
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}

export interface ChoiceOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  count?: ReactNode;
  lang?: string;
  disabled?: boolean;
}

export interface ChoiceGroupProps {
  type: "radio" | "checkbox";
  name: string;
  /** Default `f-<name>`; the first choice carries it, so that the error summary leads there. */
  id?: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  options: readonly ChoiceOption[];
  /** One value for radio buttons, several for check boxes. */
  defaultValue?: string | readonly string[];
  /** Side by side instead of one below the other. */
  inline?: boolean;
  required?: boolean;
  optional?: ReactNode;
  className?: string;
}

/** Radio buttons or check boxes that answer one question, which is the legend. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { type, name, legend, hint, error, options, defaultValue, inline, required, optional, className } = props;
  const { id = fieldId(name) } = props;
  const chosen = typeof defaultValue === "string" ? [defaultValue] : (defaultValue ?? []);
  const radio = type === "radio";
  return (
    <fieldset
      className={classNames("field", className)}
      // Only a radio group may say by itself that it is wrong; check boxes say it one by one.
      role={radio ? "radiogroup" : undefined}
      aria-invalid={radio && error ? true : undefined}
      aria-describedby={describedBy(`${id}-g`, hint)}
    >
      <legend>
        {legend}
        {optional ? <span className="optional"> ({optional})</span> : null}
      </legend>
      {hint ? (
        <div className="hint" id={`${id}-g-hint`}>
          {hint}
        </div>
      ) : null}
      <div className={inline ? "choices" : undefined}>
        {options.map(({ value, ...option }, at) => (
          <Choice
            key={value}
            type={type}
            name={name}
            value={value}
            id={at === 0 ? id : `${id}-${value}`}
            defaultChecked={chosen.includes(value)}
            required={radio && required ? true : undefined}
            aria-invalid={!radio && error ? true : undefined}
            {...option}
          />
        ))}
      </div>
      <FieldError id={`${id}-g`}>{error}</FieldError>
    </fieldset>
  );
}
