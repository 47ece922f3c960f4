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
import { MergeProposal } from "#app/ui/minutes/MergeProposal.tsx";
import { useRecordBreadcrumbs } from "#app/ui/minutes/use-record-breadcrumbs.ts";
import type { RecordSession } from "#app/views/minutes/attendance-view.server.ts";

export interface MinutesItemPageProps {
  title: string;
  session: RecordSession;
  lang: string;
  /** The minutes are final: a reason is asked for. */
  isCorrection: boolean;
  stored: FormValues;
  answer?: FormAnswer;
}

/** The minutes of one item while they are written. Two texts of one revision can be saved together. */
export function MinutesItemPage({ title, session, lang, isCorrection, stored, answer }: MinutesItemPageProps) {
  const t = useText();
  const { field } = fieldsOf(answer, stored);
  const from = field("from").defaultValue || String(stored.revision ?? "0");
  const back = field("back").defaultValue;
  const names = { body: t("minutes.body"), reason: t("minutes.correctionReason") };
  const isContested = answer?.both?.includes("body") ?? false;
  return (
    <>
      <Breadcrumbs {...useRecordBreadcrumbs(title, session, true)} />
      <PageHeader title={title} standfirst={session.title} />
      <ConflictNotice
        answer={answer}
        fields={[{ name: "body", label: t("minutes.body"), inWords: (text) => <span className="pre">{text}</span> }]}
      />
      <DeedForm answer={answer} names={names}>
        <RevisionField answer={answer} stored={stored} />
        <input type="hidden" name="from" value={from} />
        <input type="hidden" name="back" value={back} />
        <MarkdownField
          {...field("body")}
          label={names.body}
          hint={t("minutes.bodyHint")}
          lang={lang}
          rows={16}
          maxLength={minutesLimits.body}
        />
        {isCorrection ? (
          <TextareaField
            {...field("reason")}
            label={names.reason}
            hint={t("minutes.correctionHint")}
            maxLength={minutesLimits.reason}
            rows={2}
            required
          />
        ) : null}
        {isContested ? <MergeProposal answer={answer} lang={lang} /> : null}
        <div className="actions">
          {isContested ? (
            <Button variant="primary" name="merge" value="on">
              {t("minutes.merge")}
            </Button>
          ) : null}
          <Button variant={isContested ? undefined : "primary"}>{t("common.save")}</Button>
          <a href={back ? paths.live(session.id) : paths.minutes(session.id)}>{t("common.cancel")}</a>
        </div>
      </DeedForm>
    </>
  );
}
