import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { CheckField } from "#app/ui/base/Choice.tsx";
import { fieldId } from "#app/ui/base/field-id.ts";
import { Notice } from "#app/ui/base/Notice.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";

/** Who would be in two places, and the box that says it shall be so. Nothing until the form came back with it. */
export function ClashWarning({ answer, label }: { answer?: FormAnswer; label: string }) {
  const t = useText();
  const clashes = Object.entries(answer?.errors ?? {}).filter(([name]) => /^clash-\d+$/.test(name));
  const { check } = fieldsOf(answer);
  const asked = clashes.length > 0 || check("confirmConflicts").error || check("confirmConflicts").defaultChecked;
  if (!asked) return null;
  return (
    <>
      {clashes.length > 0 ? (
        <Notice tone="warn" title={t("sessions.clashesTitle")}>
          <ul>
            {clashes.map(([name, said]) => (
              <li key={name} id={fieldId(name)} tabIndex={-1}>
                {said}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <CheckField {...check("confirmConflicts")} label={label} />
    </>
  );
}
