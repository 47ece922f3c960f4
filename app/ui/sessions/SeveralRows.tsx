import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Choice } from "#app/ui/base/Choice.tsx";
import { FieldError } from "#app/ui/base/FieldError.tsx";
import { fieldId } from "#app/ui/base/field-id.ts";
import { DateField, TimeField } from "#app/ui/base/TextField.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import type { SeveralForm } from "#app/views/sessions/several-form-view.server.ts";

/** A row for each delegation: ticked or not, day and time, and who would be in two places then. */
export function SeveralRows({ form, answer }: { form: SeveralForm; answer?: FormAnswer }) {
  const t = useText();
  const { field, choices } = fieldsOf(answer, form.stored);
  const { defaultValue: chosen, error } = choices("beneficiaryIds");
  const group = fieldId("beneficiaryIds");
  const clashesOf = (id: string) =>
    Object.entries(answer?.errors ?? {}).filter(([name]) => name.startsWith("clash-") && name.endsWith(`.${id}`));
  return (
    <>
      <ul className="rows">
        {form.rows.map(({ id, name, members }, at) => (
          <li key={id}>
            <fieldset className="stack beside" aria-describedby={at === 0 ? `${group}-error` : undefined}>
              <legend className="visually-hidden">{name}</legend>
              <Choice
                type="checkbox"
                name="beneficiaryIds"
                value={id}
                id={at === 0 ? group : `${group}-${id}`}
                label={name}
                hint={t("sessions.memberCount", { count: members })}
                defaultChecked={chosen.includes(id)}
              />
              <div className="fields">
                <DateField
                  {...field(`date.${id}`)}
                  label={t("sessions.date")}
                  min={form.round.startsOn}
                  max={form.round.endsOn}
                />
                <TimeField {...field(`time.${id}`)} label={t("sessions.time")} />
              </div>
              {clashesOf(id).map(([clash, said]) => (
                <p key={clash} id={fieldId(clash)} tabIndex={-1} className="error">
                  {said}
                </p>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
      <FieldError id={group}>{error}</FieldError>
    </>
  );
}
