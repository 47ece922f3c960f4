import { evidenceStages, transferabilities } from "#app/domain/codes.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { DateField } from "#app/ui/base/TextField.tsx";
import type { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import type { ContributionFormView } from "#app/views/contributions/form-view.ts";

/** Where a record belongs: phase, themes, target groups; for practices how far it is proved and can be taken over. */
export function ClassificationFields(props: { form: ContributionFormView; fields: ReturnType<typeof fieldsOf> }) {
  const { form, fields } = props;
  const t = useText();
  const optional = t("common.optional");
  return (
    <Section id="part-place" title={t("knowledge.partPlace")}>
      <div className="stack">
        <SelectField
          {...fields.field("phase")}
          label={t("knowledge.phase")}
          placeholder={t("common.chooseOne")}
          options={form.phases}
        />
        {form.themes.length > 0 ? (
          <ChoiceGroup
            type="checkbox"
            {...fields.choices("themes")}
            legend={t("knowledge.themes")}
            hint={t("knowledge.themesHint")}
            options={form.themes.map(({ value, label }) => ({ value, label }))}
          />
        ) : null}
        <ChoiceGroup
          type="checkbox"
          {...fields.choices("targetGroups")}
          legend={t("knowledge.targetGroups")}
          optional={optional}
          options={form.targetGroups}
        />
        {form.kind === "practice" ? (
          <>
            <SelectField
              {...fields.field("evidenceStage")}
              label={t("knowledge.evidence")}
              hint={t("knowledge.evidenceHint")}
              optional={optional}
              placeholder={t("knowledge.notSaid")}
              options={evidenceStages.map((stage) => ({
                value: String(stage),
                label: `${stage}: ${t(`codes.evidence.${stage}`)}`,
              }))}
            />
            <SelectField
              {...fields.field("transferability")}
              label={t("knowledge.transferability")}
              optional={optional}
              placeholder={t("knowledge.notSaid")}
              options={transferabilities.map((code) => ({ value: code, label: t(`codes.transferability.${code}`) }))}
            />
          </>
        ) : null}
        <DateField
          {...fields.field("reviewBy")}
          label={t("knowledge.reviewBy")}
          hint={t("knowledge.reviewByHint")}
          optional={optional}
        />
      </div>
    </Section>
  );
}
