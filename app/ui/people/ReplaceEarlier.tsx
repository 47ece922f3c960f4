import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Choice } from "#app/ui/base/Choice.tsx";
import { FieldError } from "#app/ui/base/FieldError.tsx";
import { fieldId } from "#app/ui/base/field-id.ts";
import { Notice } from "#app/ui/base/Notice.tsx";
import { earlierOf } from "#app/views/people/earlier-field.ts";

/** The open invitation of the same address, and the box that says it shall be replaced. */
export function ReplaceEarlier({ answer, earlierId }: { answer?: FormAnswer; earlierId: string | null }) {
  const t = useText();
  const found = Object.entries(answer?.errors ?? {}).find(([name]) => earlierOf(name) !== null);
  if (!found) return earlierId ? <input type="hidden" name="replaces" value={earlierId} /> : null;
  const [name, said] = found;
  return (
    <>
      <Notice tone="warn" title={said} id={fieldId(name)}>
        {t("people.replaceText")}
      </Notice>
      <div className="field check">
        <Choice
          type="checkbox"
          id={fieldId("replaces")}
          name="replaces"
          value={earlierOf(name) ?? ""}
          label={t("people.replace")}
          aria-invalid
          aria-describedby={`${fieldId("replaces")}-error`}
        />
        <FieldError id={fieldId("replaces")}>{answer?.errors.replaces}</FieldError>
      </div>
    </>
  );
}
