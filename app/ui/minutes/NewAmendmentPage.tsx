import { minutesLimits } from "#app/domain/minutes/minutes-limits.ts";
import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { ConflictNotice, RevisionField } from "#app/ui/forms/ConflictNotice.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { MarkdownField } from "#app/ui/forms/MarkdownField.tsx";
import { useRecordBreadcrumbs } from "#app/ui/minutes/use-record-breadcrumbs.ts";
import type { RecordSession } from "#app/views/minutes/attendance-view.server.ts";

export interface NewAmendmentPageProps {
  title: string;
  session: RecordSession;
  lang: string;
  stored: FormValues;
  /** Whether a decision is amended, which is plain text and short. */
  ofDecision?: boolean;
  answer?: FormAnswer;
}

/** What the minutes of an item, or a decision, should say, as somebody proposes it. */
export function NewAmendmentPage({ title, session, lang, stored, ofDecision = false, answer }: NewAmendmentPageProps) {
  const t = useText();
  const { field } = fieldsOf(answer, stored);
  const names = { body: t("minutes.body"), note: t("minutes.amendmentNote") };
  return (
    <>
      <Breadcrumbs {...useRecordBreadcrumbs(t("minutes.amend"), session, true)} />
      <PageHeader title={title} standfirst={t("minutes.amendmentStandfirst")} />
      <ConflictNotice answer={answer} fields={[{ name: "body", label: names.body }]} />
      <DeedForm answer={answer} names={names}>
        <RevisionField answer={answer} stored={stored} />
        {ofDecision ? (
          <TextareaField
            {...field("body")}
            label={names.body}
            lang={lang}
            rows={4}
            maxLength={minutesLimits.decision}
            required
          />
        ) : (
          <MarkdownField {...field("body")} label={names.body} lang={lang} rows={14} maxLength={minutesLimits.body} />
        )}
        <TextareaField
          {...field("note")}
          label={names.note}
          optional={t("common.optional")}
          maxLength={minutesLimits.note}
          rows={2}
        />
        <div className="actions">
          <Button variant="primary">{t("minutes.proposeAmendment")}</Button>
          <a href={paths.minutes(session.id)}>{t("common.cancel")}</a>
        </div>
      </DeedForm>
    </>
  );
}
