import { roundCopyExtents } from "#app/domain/rounds/round-copy-extents.ts";
import { MAX_ROUND_TITLE } from "#app/domain/rounds/round-limits.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { CheckField, ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DateField } from "#app/ui/base/TextField.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { LabelFields, labelNames } from "#app/ui/forms/LabelFields.tsx";
import { CopiedTable } from "#app/ui/rounds/CopiedTable.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import type { RoundCopyView } from "#app/views/rounds/round-copy-view.server.ts";

export interface RoundCopyPageProps {
  title: string;
  copy: RoundCopyView;
  answer?: FormAnswer;
}

/** Copies a round in two steps: to which days and how much of it, then what that makes and what it is called. */
export function RoundCopyPage({ title, copy, answer }: RoundCopyPageProps) {
  const t = useText();
  const { round, asked } = copy;
  return (
    <>
      <Breadcrumbs {...useRoundBreadcrumbs(title, { round })} />
      <PageHeader title={title} over={round.title} standfirst={t("rounds.copyStandfirst")} />
      <Section id="wish" title={t("rounds.copyWish")}>
        <form method="get" action={paths.roundCopy(round.id)} className="stack" key={JSON.stringify(asked)}>
          <DateField
            name="startsOn"
            label={t("rounds.copyFirstDay")}
            hint={t("rounds.copyFirstDayHint")}
            defaultValue={asked.startsOn}
            required
          />
          <ChoiceGroup
            type="radio"
            name="extent"
            legend={t("rounds.copyExtent")}
            defaultValue={asked.extent}
            options={roundCopyExtents.map((code) => ({
              value: code,
              label: t(`rounds.copyExtentOf.${code}`),
              hint: t(`rounds.copyExtentHint.${code}`),
            }))}
          />
          <CheckField
            name="people"
            label={t("rounds.copyPeople")}
            hint={t("rounds.copyPeopleHint")}
            defaultChecked={asked.people !== ""}
          />
          <div className="actions">
            <Button variant={copy.preview ? "plain" : "primary"}>{t("rounds.copyShow")}</Button>
            <a href={paths.round(round.id)}>{t("common.cancel")}</a>
          </div>
        </form>
      </Section>
      {copy.preview ? <Preview copy={copy} preview={copy.preview} answer={answer} /> : null}
    </>
  );
}

function Preview(props: { copy: RoundCopyView; preview: NonNullable<RoundCopyView["preview"]>; answer?: FormAnswer }) {
  const { copy, preview, answer } = props;
  const t = useText();
  const { field } = fieldsOf(answer);
  return (
    <>
      <Section id="preview" title={t("rounds.copyPreview")} note={preview.dates}>
        <FactLine>{t("rounds.timesIn", { zone: preview.zone })}</FactLine>
        {preview.skipped > 0 ? (
          <Notice tone="warn" title={t("rounds.copySkipped", { count: preview.skipped })} className="mb-4">
            {t("rounds.copySkippedText")}
          </Notice>
        ) : null}
        {preview.left.length > 0 ? (
          <Notice title={t("rounds.copyLeft", { names: preview.left.join(", ") })} className="mb-4">
            {t("rounds.copyLeftText")}
          </Notice>
        ) : null}
        {preview.rows.length > 0 ? <CopiedTable rows={preview.rows} /> : <p>{t("rounds.copyNothing")}</p>}
      </Section>
      <Section id="make" title={t("rounds.copyName")} note={t("rounds.whatNote")}>
        <DeedForm answer={answer} names={labelNames(t("rounds.titleOf"), "title")}>
          {(["startsOn", "extent", "people"] as const).map((name) => (
            <input key={name} type="hidden" name={name} value={copy.asked[name]} />
          ))}
          <LabelFields
            name="title"
            legend={t("rounds.titleOf")}
            field={field}
            required="one"
            maxLength={MAX_ROUND_TITLE}
          />
          <div className="actions">
            <Button variant="primary">{t("rounds.copyMake")}</Button>
          </div>
        </DeedForm>
      </Section>
    </>
  );
}
