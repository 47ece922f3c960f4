import type { Kind } from "#app/domain/codes.ts";
import { limits, sectionField, type TemplateSection, templates } from "#app/domain/knowledge/templates.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import type { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { MarkdownField } from "#app/ui/forms/MarkdownField.tsx";
import type { ContributionFormView } from "#app/views/contributions/form-view.ts";

type Fields = ReturnType<typeof fieldsOf>;
type Choices = ContributionFormView["sectionChoices"];

/** The text and the sections of the template of a kind. */
export function TemplateFields({ kind, choices, fields }: { kind: Kind; choices: Choices; fields: Fields }) {
  const t = useText();
  const { main, sections } = templates[kind];
  return (
    <Section id="part-text" title={t("knowledge.partText")} note={t("knowledge.markdownHint")}>
      <div className="stack">
        <MarkdownField
          {...fields.field("body")}
          label={t(`knowledge.body.${kind}`)}
          optional={main === "body" ? undefined : t("common.optional")}
          rows={10}
          maxLength={limits.body}
        />
        {sections.map((section) => (
          <SectionField
            key={section.code}
            section={section}
            isMain={section.code === main}
            choices={choices}
            fields={fields}
          />
        ))}
      </div>
    </Section>
  );
}

function SectionField(props: { section: TemplateSection; isMain: boolean; choices: Choices; fields: Fields }) {
  const { section, isMain, choices, fields } = props;
  const t = useText();
  const { code } = section;
  const { defaultValue, ...frame } = fields.field(sectionField(code));
  const label = t(`knowledge.section.${code}`);
  const hint = t(`knowledge.sectionHint.${code}`);
  const optional = isMain ? undefined : t("common.optional");
  if (section.widget === "choice") {
    return (
      <ChoiceGroup
        type="radio"
        {...frame}
        legend={label}
        hint={hint}
        optional={optional}
        defaultValue={defaultValue}
        options={choices[section.code]}
        inline
      />
    );
  }
  if (section.widget === "line") {
    return (
      <TextField
        {...frame}
        label={label}
        hint={hint}
        optional={optional}
        defaultValue={defaultValue}
        maxLength={limits.line}
      />
    );
  }
  return (
    <MarkdownField
      {...frame}
      label={label}
      hint={hint}
      optional={optional}
      defaultValue={defaultValue}
      maxLength={limits.section}
    />
  );
}
