import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import type { AvailabilityFormView } from "#app/views/planning/availability-view.server.ts";

export interface AvailabilityFieldsProps {
  form: AvailabilityFormView;
  isForOther?: boolean;
  /** Where it is sent, if not to this page. */
  action?: string;
  answer?: FormAnswer;
}

/** The slots to tick, by parts of days, with buttons that stand for many ticks. */
export function AvailabilityFields({ form, isForOther, action, answer }: AvailabilityFieldsProps) {
  const t = useText();
  const { parts } = form;
  const { choices } = fieldsOf(answer, { busy: form.busy });
  return (
    <DeedForm
      action={action}
      answer={answer}
      names={{ busy: t("availability.cannot") }}
      className=""
      key={form.busy.join()}
    >
      {/* Pressing Enter saves: the first button of a form is the one that is meant then. */}
      <div className="actions mb-4">
        <Button variant="primary">{t("availability.save")}</Button>
        <Button name="mark" value="always">
          {t(isForOther ? "availability.alwaysOf" : "availability.always")}
        </Button>
      </div>
      {parts.map(({ key, title: part, slots }, at) => (
        <Section key={key} id={`part-${key.replace(".", "-")}`} title={part}>
          <ChoiceGroup
            {...choices("busy")}
            id={at === 0 ? undefined : `f-busy-${key.replace(".", "-")}`}
            type="checkbox"
            legend={t("availability.cannot")}
            inline
            options={slots.map((slot) => ({ value: slot.key, label: slot.label }))}
          />
          <div className="cluster mt-2">
            <Button small name="mark" value={`busy:${key}`} about={part}>
              {t("availability.noneOfIt")}
            </Button>
            <Button small name="mark" value={`free:${key}`} about={part}>
              {t("availability.allOfIt")}
            </Button>
          </div>
        </Section>
      ))}
      <div className="actions">
        <Button>{t("availability.save")}</Button>
      </div>
    </DeedForm>
  );
}
