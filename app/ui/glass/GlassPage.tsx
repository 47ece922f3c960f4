import { glassReason } from "#app/domain/minutes/glass/glass-limits.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import type { GlassOpeningView } from "#app/views/glass/glass-view.ts";

export interface GlassPageProps {
  title: string;
  openings: readonly GlassOpeningView[];
  answer?: FormAnswer;
}

/** Where an administrator opens a session that is not theirs to read. */
export function GlassPage({ title, openings, answer }: GlassPageProps) {
  const t = useText();
  const { field } = fieldsOf(answer);
  return (
    <>
      <Breadcrumbs
        label={t("admin.where")}
        items={[{ text: t("admin.title"), href: paths.administration() }, { text: title }]}
      />
      <PageHeader title={title} standfirst={t("glass.standfirst")} />
      {openings.length > 0 ? (
        <Section id="open" title={t("glass.open")}>
          <ul className="rows">
            {openings.map(({ id, reason, until }) => (
              <li key={id}>
                <a href={paths.glassOpening(id)}>{t("glass.openUntil", { until })}</a>
                <p className="minor">{reason}</p>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section id="new" title={t("glass.new")}>
        <Notice tone="warn" title={t("glass.told")} className="mb-4">
          {t("glass.toldText")}
        </Notice>
        <DeedForm answer={answer} names={{ address: t("glass.address"), reason: t("glass.reason") }}>
          <TextField
            {...field("address")}
            label={t("glass.address")}
            hint={t("glass.addressHint")}
            maxLength={300}
            required
          />
          <TextareaField
            {...field("reason")}
            label={t("glass.reason")}
            hint={t("glass.reasonHint")}
            maxLength={glassReason.max}
            rows={3}
            required
          />
          <div className="actions">
            <Button variant="primary">{t("glass.submit")}</Button>
            <a href={paths.administration()}>{t("common.cancel")}</a>
          </div>
        </DeedForm>
      </Section>
    </>
  );
}
