import type { Kind } from "#app/domain/codes.ts";
import { limits, sectionField, type TemplateSection, templates } from "#app/domain/knowledge/templates.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import type { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { MarkdownField } from "#app/ui/forms/MarkdownField.tsx";

type Fields = ReturnType<typeof fieldsOf>;

/** The text and the sections of the template of a kind. */
export function TemplateFields({ kind, fields }: { kind: Kind; fields: Fields }) {
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
          <SectionField key={section.code} section={section} isMain={section.code === main} fields={fields} />
        ))}
      </div>
    </Section>
  );
}

function SectionField({ section, isMain, fields }: { section: TemplateSection; isMain: boolean; fields: Fields }) {
  const t = useText();
  const { code, widget } = section;
  const { defaultValue, ...frame } = fields.field(sectionField(code));
  const label = t(`knowledge.section.${code}`);
  const hint = t(`knowledge.sectionHint.${code}`);
  const optional = isMain ? undefined : t("common.optional");
  if (widget === "choice") {
    const options = section.options.map((value) => ({ value, label: textOf(t, `codes.${code}.${value}`) }));
    return (
      <ChoiceGroup
        type="radio"
        {...frame}
        legend={label}
        hint={hint}
        optional={optional}
        defaultValue={defaultValue}
        options={options}
        inline
      />
    );
  }
  if (widget === "line") {
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
