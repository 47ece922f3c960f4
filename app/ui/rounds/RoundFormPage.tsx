import { roundFormats } from "#app/domain/codes.ts";
import { MAX_ROUND_TITLE } from "#app/domain/rounds/round-limits.ts";
import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { type LanguageCode, languageCodes } from "#app/i18n/languages.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { SelectField, type SelectOption } from "#app/ui/base/SelectField.tsx";
import { DateField, TextField } from "#app/ui/base/TextField.tsx";
import { ClashWarning } from "#app/ui/forms/ClashWarning.tsx";
import { ConflictNotice, RevisionField } from "#app/ui/forms/ConflictNotice.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { FoldChoiceField } from "#app/ui/forms/FoldChoiceField.tsx";
import { LabelFields, labelIn } from "#app/ui/forms/LabelFields.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import { ofGroup } from "#app/ui/shell/of-group.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";

export interface RoundFormPageProps {
  title: string;
  /** Null for a new round. */
  round: { id: string; title: string } | null;
  stored: FormValues;
  cities: SelectOption[];
  answer?: FormAnswer;
}

/** The form of a round, new or not. */
export function RoundFormPage({ title, round, stored, cities, answer }: RoundFormPageProps) {
  const t = useText();
  const shell = useShell();
  const { field } = fieldsOf(answer, stored);
  const titleIn = (code: LanguageCode) => labelIn(t("rounds.titleOf"), code);
  const back = round ? paths.round(round.id) : ofGroup(shell, paths.rounds());
  return (
    <>
      <Breadcrumbs {...useRoundBreadcrumbs(title, { round })} />
      <PageHeader title={title} standfirst={round ? undefined : t("rounds.newStandfirst")} />
      <ConflictNotice
        answer={answer}
        fields={[
          ...languageCodes.map((code) => ({ name: `title.${code}`, label: titleIn(code) })),
          { name: "startsOn", label: t("rounds.firstDay") },
          { name: "endsOn", label: t("rounds.lastDay") },
          { name: "city", label: t("rounds.city"), inWords: (city) => textOf(t, `cities.${city}`) },
          { name: "format", label: t("rounds.format"), inWords: (code) => textOf(t, `codes.format.${code}`) },
          { name: "venue", label: t("rounds.venue") },
        ]}
      />
      <DeedForm
        answer={answer}
        className=""
        names={{
          ...Object.fromEntries(languageCodes.map((code) => [`title.${code}`, titleIn(code)])),
          startsOn: t("rounds.firstDay"),
          endsOn: t("rounds.lastDay"),
          city: t("rounds.city"),
          choice: t("sessions.choice"),
          format: t("rounds.format"),
          venue: t("rounds.venue"),
        }}
      >
        {round ? <RevisionField answer={answer} stored={stored} /> : null}
        <Section id="what" title={t("rounds.what")} note={t("rounds.whatNote")}>
          <div className="stack">
            <LabelFields
              name="title"
              legend={t("rounds.titleOf")}
              field={field}
              required="one"
              maxLength={MAX_ROUND_TITLE}
            />
          </div>
        </Section>
        <Section id="when" title={t("sessions.when")} note={round ? t("rounds.zoneNote") : undefined}>
          <div className="stack">
            <div className="fields">
              <DateField {...field("startsOn")} label={t("rounds.firstDay")} required />
              <DateField {...field("endsOn")} label={t("rounds.lastDay")} required />
            </div>
            <SelectField
              {...field("city")}
              label={t("rounds.city")}
              hint={t("rounds.cityHint")}
              placeholder={t("rounds.chooseCity")}
              options={cities}
            />
            <FoldChoiceField answer={answer} />
          </div>
        </Section>
        <Section id="where" title={t("rounds.where")}>
          <div className="stack">
            <ChoiceGroup
              {...field("format")}
              type="radio"
              legend={t("rounds.format")}
              options={roundFormats.map((code) => ({ value: code, label: t(`codes.format.${code}`) }))}
            />
            <TextField
              {...field("venue")}
              label={t("rounds.venue")}
              hint={t("rounds.venueHint")}
              optional={t("common.optional")}
              maxLength={120}
            />
            <ClashWarning answer={answer} label={t("sessions.saveAnyway")} />
            <div className="actions">
              <Button variant="primary">{round ? t("common.save") : t("rounds.plan")}</Button>
              <a href={back}>{t("common.cancel")}</a>
            </div>
          </div>
        </Section>
      </DeedForm>
    </>
  );
}
