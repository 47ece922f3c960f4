import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { Choice } from "#app/ui/base/Choice.tsx";
import { FieldError } from "#app/ui/base/FieldError.tsx";
import { fieldId } from "#app/ui/base/field-id.ts";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { TextField, TimeField } from "#app/ui/base/TextField.tsx";
import { ConflictNotice, RevisionField } from "#app/ui/forms/ConflictNotice.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { usePlanBreadcrumbs } from "#app/ui/planning/use-plan-breadcrumbs.ts";
import type { SettingsForm } from "#app/views/planning/frame-view.server.ts";

export interface SettingsPageProps {
  title: string;
  form: SettingsForm;
  answer?: FormAnswer;
}

/** On which days and at which hours sessions may be, in which slots. */
export function SettingsPage({ title, form, answer }: SettingsPageProps) {
  const t = useText();
  const { round, stored } = form;
  const { field } = fieldsOf(answer, stored);
  const names = fieldNames(t, form);
  const number = { inputMode: "numeric", width: "short", maxLength: 3 } as const;
  return (
    <>
      <Breadcrumbs {...usePlanBreadcrumbs(title, round)} />
      <PageHeader title={title} standfirst={t("plan.frameStandfirst")} />
      <ConflictNotice answer={answer} fields={Object.entries(names).map(([name, label]) => ({ name, label }))} />
      <DeedForm answer={answer} names={names} className="">
        <RevisionField answer={answer} stored={stored} />
        <Section id="days" title={t("plan.daysLegend")} note={t("rounds.timesIn", { zone: round.zone })}>
          <Days form={form} answer={answer} />
        </Section>
        <Section id="pause" title={t("plan.pauseLegend")} note={t("plan.pauseHint")}>
          <div className="fields">
            <TimeField {...field("pauseFrom")} label={t("plan.pauseFrom")} optional={t("common.optional")} />
            <TimeField {...field("pauseTo")} label={t("plan.pauseTo")} optional={t("common.optional")} />
          </div>
        </Section>
        <Section id="slots" title={t("plan.slotTerm")}>
          <div className="stack">
            <TextField {...field("slotMinutes")} label={t("plan.slot")} hint={t("plan.slotHint")} {...number} />
            <TextField {...field("bufferMinutes")} label={t("plan.buffer")} {...number} />
            <TextField
              {...field("mostAtOnce")}
              label={t("plan.most")}
              hint={t("plan.mostHint")}
              optional={t("common.optional")}
              {...number}
            />
            <TextField
              {...field("mostApart")}
              label={t("plan.apart")}
              hint={t("plan.apartHint")}
              optional={t("common.optional")}
              {...number}
            />
            <div className="actions">
              <Button variant="primary">{t("common.save")}</Button>
              <a href={paths.plan(round.id)}>{t("common.cancel")}</a>
            </div>
          </div>
        </Section>
      </DeedForm>
    </>
  );
}

function Days({ form, answer }: Pick<SettingsPageProps, "form" | "answer">) {
  const t = useText();
  const { field, choices } = fieldsOf(answer, form.stored);
  const { defaultValue: chosen, error } = choices("days");
  const group = fieldId("days");
  return (
    <>
      <ul className="rows">
        {form.days.map(({ day, name }, at) => (
          <li key={day}>
            <fieldset className="stack beside" aria-describedby={at === 0 ? `${group}-error` : undefined}>
              <legend className="visually-hidden">{name}</legend>
              <Choice
                type="checkbox"
                name="days"
                value={day}
                id={at === 0 ? group : `${group}-${day}`}
                label={name}
                defaultChecked={chosen.includes(day)}
              />
              <div className="fields">
                <TimeField {...field(`from.${day}`)} label={t("plan.from")} />
                <TimeField {...field(`to.${day}`)} label={t("plan.to")} />
              </div>
            </fieldset>
          </li>
        ))}
      </ul>
      <FieldError id={group}>{error}</FieldError>
    </>
  );
}

function fieldNames(t: ReturnType<typeof useText>, { days }: SettingsForm): Record<string, string> {
  const hours = days.flatMap(({ day, name }) => [
    [`from.${day}`, `${name}, ${t("plan.from")}`] as const,
    [`to.${day}`, `${name}, ${t("plan.to")}`] as const,
  ]);
  return {
    days: t("plan.daysLegend"),
    ...Object.fromEntries(hours),
    pauseFrom: t("plan.pauseFrom"),
    pauseTo: t("plan.pauseTo"),
    slotMinutes: t("plan.slot"),
    bufferMinutes: t("plan.buffer"),
    mostAtOnce: t("plan.most"),
    mostApart: t("plan.apart"),
  };
}
