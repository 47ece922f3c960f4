import type { ReactNode } from "react";
import { Icon } from "#app/ui/icons/Icon.tsx";

/** The message of the field with this id; empty, but present, while there is nothing to say. */
export function FieldError({ id, children }: { id: string; children?: ReactNode }) {
  return (
    <p className="error" id={`${id}-error`}>
      {children ? (
        <>
          <Icon name="stop" />
          <span>{children}</span>
        </>
      ) : null}
    </p>
  );
}
