import { minutesLimits } from "#app/domain/minutes/minutes-limits.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Differences } from "#app/ui/base/Differences.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { useRecordBreadcrumbs } from "#app/ui/minutes/use-record-breadcrumbs.ts";
import type { TextPart } from "#app/views/contributions/word-differences.ts";
import type { RecordSession } from "#app/views/minutes/attendance-view.server.ts";

export interface AmendmentPageProps {
  title: string;
  session: RecordSession;
  lang: string;
  /** Who proposed it, and when. */
  by: string;
  note: string;
  decision: "accepted" | "refused" | null;
  reason: string;
  /** What it changes, word by word. */
  changes: readonly TextPart[];
  body: string;
  merged: string;
  clashes: number;
  answer?: FormAnswer;
}

/** What an amendment changes, its text as a whole, and the decision on it. */
export function AmendmentPage(props: AmendmentPageProps) {
  const { title, session, lang, by, note, decision, reason, changes, merged, clashes, answer } = props;
  const t = useText();
  const { field } = fieldsOf(answer);
  const names = { decision: t("minutes.decision"), reason: t("minutes.refusalReason") };
  return (
    <>
      <Breadcrumbs {...useRecordBreadcrumbs(t("minutes.decide"), session, true)} />
      <PageHeader title={title} standfirst={by} meta={note ? <p>{note}</p> : null} />
      <Section id="changes" title={t("minutes.changes")}>
        {changes.some(({ change }) => change !== "same") ? (
          <Differences parts={changes} lang={lang} />
        ) : (
          <Empty title={t("minutes.noChanges")} />
        )}
      </Section>
      <PlainText id="proposed" title={t("minutes.proposed")} lang={lang} text={props.body} />
      {merged === props.body || decision ? null : (
        <PlainText id="merged" title={t("minutes.merged")} lang={lang} text={merged} />
      )}
      {decision ? (
        <Notice title={t(`minutes.decisionOf.${decision}`)}>{reason}</Notice>
      ) : (
        <Section id="decision" title={names.decision}>
          {clashes > 0 ? <Notice tone="warn" title={t("minutes.clashes")} className="mb-4" /> : null}
          <DeedForm answer={answer} names={names}>
            <ChoiceGroup
              {...field("decision")}
              type="radio"
              legend={names.decision}
              options={[
                { value: "accepted", label: t("minutes.accept"), hint: t("minutes.acceptHint") },
                { value: "refused", label: t("minutes.refuse"), hint: t("minutes.refuseHint") },
              ]}
            />
            <TextareaField {...field("reason")} label={names.reason} maxLength={minutesLimits.reason} rows={2} />
            <div className="actions">
              <Button variant="primary">{t("minutes.decideIt")}</Button>
              <a href={paths.minutes(session.id)}>{t("common.cancel")}</a>
            </div>
          </DeedForm>
        </Section>
      )}
    </>
  );
}

function PlainText({ id, title, lang, text }: { id: string; title: string; lang: string; text: string }) {
  return (
    <Section id={id} title={title}>
      <div className="pre" lang={lang}>
        {text}
      </div>
    </Section>
  );
}
