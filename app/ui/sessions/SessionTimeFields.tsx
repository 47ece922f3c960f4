import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { DateField, TextField, TimeField } from "#app/ui/base/TextField.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { FoldChoiceField } from "#app/ui/forms/FoldChoiceField.tsx";
import type { SessionChoices } from "#app/views/sessions/session-form-view.server.ts";

/** Labels of these fields, for the summary of what is wrong. */
export function timeNames(t: ReturnType<typeof useText>): Record<string, string> {
  return {
    date: t("sessions.date"),
    time: t("sessions.time"),
    minutes: t("sessions.minutes"),
    choice: t("sessions.choice"),
  };
}

/** Day, time and length, on the clock of the round. */
export function SessionTimeFields(props: {
  round: SessionChoices["round"];
  answer?: FormAnswer;
  stored: FormValues;
  /** Where the length may be left open: what it is then. */
  lengthHint?: string;
}) {
  const { round, answer, stored, lengthHint } = props;
  const t = useText();
  const { field } = fieldsOf(answer, stored);
  return (
    <div className="stack">
      <div className="fields">
        <DateField {...field("date")} label={t("sessions.date")} min={round.startsOn} max={round.endsOn} required />
        <TimeField {...field("time")} label={t("sessions.time")} required />
        <TextField
          {...field("minutes")}
          label={t("sessions.minutes")}
          inputMode="numeric"
          width="short"
          maxLength={3}
          required={!lengthHint}
        />
      </div>
      {lengthHint ? <p className="hint">{lengthHint}</p> : null}
      <p className="hint">{t("sessions.timeIn", { zone: round.zone })}</p>
      <FoldChoiceField answer={answer} />
    </div>
  );
}
