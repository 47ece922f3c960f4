import type { ReactNode } from "react";
import { classNames } from "#app/ui/base/class-names.ts";
import { FieldError } from "#app/ui/base/FieldError.tsx";
import { describedBy, fieldId } from "#app/ui/base/field-id.ts";

/** What every field has, whatever its control. */
export interface FieldFrame {
  name: string;
  /** Default `f-<name>`, which is what `fieldHref(name)` of the error summary points to. */
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** The finished word "optional"; required fields carry no mark. */
  optional?: ReactNode;
  className?: string;
}

/** What the frame tells its control. Spread it: `<input className="input" {...control} />`. */
export interface FieldControl {
  id: string;
  name: string;
  "aria-describedby": string;
  "aria-invalid": true | undefined;
}

/** Label, hint, control, message. The place of the message is always kept, so that nothing jumps when it comes. */
export function Field({ children, ...frame }: FieldFrame & { children: (control: FieldControl) => ReactNode }) {
  const { name, label, hint, error, optional, className, id = fieldId(name) } = frame;
  return (
    <div className={classNames("field", className)}>
      <label htmlFor={id}>
        {label}
        {optional ? <span className="optional"> ({optional})</span> : null}
      </label>
      {hint ? (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {children({ id, name, "aria-describedby": describedBy(id, hint), "aria-invalid": error ? true : undefined })}
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}
