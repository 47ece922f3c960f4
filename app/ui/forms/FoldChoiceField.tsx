import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";

/** Which of two readings is meant, where the clocks go back. Nothing until the form came back with the question. */
export function FoldChoiceField({ answer }: { answer?: FormAnswer }) {
  const t = useText();
  const choice = fieldsOf(answer).field("choice");
  if (!choice.error && !choice.defaultValue) return null;
  return (
    <ChoiceGroup
      {...choice}
      type="radio"
      legend={t("sessions.choice")}
      options={[
        { value: "earlier", label: t("sessions.choiceEarlier") },
        { value: "later", label: t("sessions.choiceLater") },
      ]}
    />
  );
}
