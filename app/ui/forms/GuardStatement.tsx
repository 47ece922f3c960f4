import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { CheckField } from "#app/ui/base/Choice.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";

/** "This is not about a prisoner": asked only after a text looked as if it were. */
export function GuardStatement({ answer }: { answer?: FormAnswer }) {
  const t = useText();
  const given = Boolean(answer?.values.guardStated);
  const error = answer?.errors.guardStated;
  if (!given && !error) return null;
  return (
    <div className="stack">
      <Notice tone="warn" title={t("guard.warned")}>
        {t("guard.purpose")}
      </Notice>
      <CheckField name="guardStated" label={t("guard.statement")} defaultChecked={given} error={error} />
    </div>
  );
}
