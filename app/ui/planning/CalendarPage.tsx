import { type ChangeEvent, useEffect, useRef, useState } from "react";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import { AvailabilityFields } from "#app/ui/planning/AvailabilityFields.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import type { AvailabilityFormView } from "#app/views/planning/availability-view.server.ts";

export interface CalendarPageProps {
  title: string;
  round: { id: string; title: string };
  /** What was read of a calendar, to be looked at and saved; null before one was brought. */
  found: AvailabilityFormView | null;
  answer?: FormAnswer;
}

/** Taking busy times from a calendar file: first brought, then shown, then saved by whoever looked at them. */
export function CalendarPage({ title, round, found, answer }: CalendarPageProps) {
  const t = useText();
  return (
    <>
      <Breadcrumbs {...useRoundBreadcrumbs(title, { round })} />
      <PageHeader title={title} over={round.title} standfirst={t("availability.calendarStandfirst")} />
      {found ? (
        <>
          <Notice title={t("availability.calendarFound", { count: found.busy.length })} isAnswer className="mb-4">
            {t("availability.calendarFoundText")}
          </Notice>
          <AvailabilityFields form={found} action={paths.availability(round.id)} />
        </>
      ) : (
        <Bring roundId={round.id} answer={answer} />
      )}
    </>
  );
}

function Bring({ roundId, answer }: { roundId: string; answer?: FormAnswer }) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const [scripts, setScripts] = useState(false);
  useEffect(() => setScripts(true), []);
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const text = await target.files?.[0]?.text();
    const area = box.current?.querySelector("textarea");
    if (area && text !== undefined) area.value = text;
  };
  return (
    <DeedForm answer={answer} names={{ calendar: t("availability.calendarText") }}>
      <div ref={box} className="stack">
        <TextareaField
          name="calendar"
          label={t("availability.calendarText")}
          hint={t("availability.calendarHint")}
          error={answer?.errors.calendar}
          defaultValue={[answer?.values.calendar ?? ""].flat()[0]}
          rows={8}
        />
        {scripts ? (
          <TextField
            type="file"
            name="_file"
            label={t("availability.calendarFile")}
            accept=".ics,text/calendar"
            onChange={take}
          />
        ) : null}
      </div>
      <div className="actions">
        <Button variant="primary">{t("availability.calendarRead")}</Button>
        <a href={paths.availability(roundId)}>{t("common.cancel")}</a>
      </div>
    </DeedForm>
  );
}
