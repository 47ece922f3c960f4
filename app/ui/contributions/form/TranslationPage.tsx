import { limits, sectionField, templates } from "#app/domain/knowledge/templates.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { isLanguageCode, languages } from "#app/i18n/languages.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { fieldNames } from "#app/ui/contributions/form/field-names.ts";
import { ReadingText } from "#app/ui/contributions/page/ReadingText.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { GuardStatement } from "#app/ui/forms/GuardStatement.tsx";
import { MarkdownField } from "#app/ui/forms/MarkdownField.tsx";
import type { TranslationFormView } from "#app/views/contributions/translation-view.ts";

/** A language version translated by a person: the original to read, and the form with the sections it has. */
export function TranslationPage({ form, answer }: { form: TranslationFormView; answer?: FormAnswer }) {
  const t = useText();
  const { original } = form;
  const fields = fieldsOf(answer, form.values);
  const written = original.sections.map(({ code }) => code);
  const sections = templates[original.kind].sections.filter(({ code }) => written.includes(code));
  return (
    <>
      <Breadcrumbs
        label={t("knowledge.crumbs")}
        items={[
          { text: original.number, href: paths.contribution(original.number) },
          { text: t("knowledge.translation") },
        ]}
      />
      <PageHeader
        title={t("knowledge.translationOf", { number: original.number })}
        standfirst={t("knowledge.translationText")}
      />
      <Section id="original" title={t("codes.provenance.original")} note={original.language.selfName}>
        <p className="item-title" lang={original.language.tag}>
          {original.title}
        </p>
        <p className="mb-4" lang={original.language.tag}>
          {original.summary}
        </p>
        <ReadingText lang={original.language.tag} bodyHtml={original.bodyHtml} sections={original.sections} level={3} />
      </Section>
      <Section id="version" title={t("knowledge.translation")} note={t("knowledge.markdownHint")}>
        <DeedForm
          answer={answer}
          names={fieldNames(t, original.kind)}
          compared={{ stored: form.values, inWords: { language: nameOf } }}
        >
          <input type="hidden" name="form" value="full" />
          <input type="hidden" name="kind" value={original.kind} />
          <SelectField
            {...fields.field("language")}
            label={t("knowledge.language")}
            options={form.languages.map((code) => ({
              value: code,
              label: languages[code].selfName,
              lang: languages[code].tag,
            }))}
          />
          <TextField {...fields.field("title")} label={t("knowledge.title")} maxLength={limits.title} />
          <TextareaField
            {...fields.field("summary")}
            label={t("knowledge.summary")}
            maxLength={limits.summary}
            rows={3}
          />
          {original.bodyHtml === "" ? null : (
            <MarkdownField
              {...fields.field("body")}
              label={t(`knowledge.body.${original.kind}`)}
              rows={10}
              maxLength={limits.body}
            />
          )}
          {sections.map(({ code, widget }) => {
            const field = fields.field(sectionField(code));
            // A choice is a code, the same in every language.
            const choice = original.sections.find((section) => section.code === code)?.choice;
            if (choice) return <input key={code} type="hidden" name={field.name} value={choice.value} />;
            const label = t(`knowledge.section.${code}`);
            return widget === "line" ? (
              <TextField key={code} {...field} label={label} maxLength={limits.line} />
            ) : (
              <MarkdownField key={code} {...field} label={label} maxLength={limits.section} />
            );
          })}
          <GuardStatement answer={answer} />
          <div className="cluster">
            <Button variant="primary">{t("knowledge.saveTranslation")}</Button>
            <Button formAction={paths.contributionPreview()}>{t("knowledge.preview")}</Button>
            <LinkButton variant="quiet" href={paths.contribution(original.number)}>
              {t("common.cancel")}
            </LinkButton>
          </div>
        </DeedForm>
      </Section>
    </>
  );
}

function nameOf(code: string): string {
  return isLanguageCode(code) ? languages[code].selfName : code;
}
