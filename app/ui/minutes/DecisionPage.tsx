import { minutesLimits } from "#app/domain/minutes/minutes-limits.ts";
import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { ConflictNotice, RevisionField } from "#app/ui/forms/ConflictNotice.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { useRecordBreadcrumbs } from "#app/ui/minutes/use-record-breadcrumbs.ts";
import type { RecordSession } from "#app/views/minutes/attendance-view.server.ts";
import { type LedFrom, wayBack } from "#app/views/minutes/led-from.ts";

export interface DecisionPageProps {
  title: string;
  session: RecordSession;
  items: { value: string; label: string }[];
  /** Null for a new one. */
  decisionId: string | null;
  /** Where a new one was begun, and leads back to. */
  back?: LedFrom;
  stored: FormValues;
  answer?: FormAnswer;
}

/** The form of a decision, new or not. */
export function DecisionPage({ title, session, items, decisionId, back = null, stored, answer }: DecisionPageProps) {
  const t = useText();
  const { field } = fieldsOf(answer, stored);
  const names = { text: t("minutes.decisionText"), itemId: t("minutes.underItem") };
  const itemOf = (id: string) => items.find(({ value }) => value === id)?.label ?? id;
  return (
    <>
      <Breadcrumbs {...useRecordBreadcrumbs(title, session, true)} />
      <PageHeader title={title} standfirst={session.title} />
      <ConflictNotice
        answer={answer}
        fields={[
          { name: "text", label: names.text },
          { name: "itemId", label: names.itemId, inWords: itemOf, empty: t("minutes.noItem") },
        ]}
      />
      <DeedForm answer={answer} names={names}>
        {decisionId ? <RevisionField answer={answer} stored={stored} /> : null}
        <TextareaField {...field("text")} label={names.text} maxLength={minutesLimits.decision} rows={4} required />
        <SelectField {...field("itemId")} label={names.itemId} options={items} />
        {back ? <input type="hidden" name="back" value={back} /> : null}
        <div className="actions">
          <Button variant="primary">{decisionId ? t("common.save") : t("minutes.addDecision")}</Button>
          <a href={wayBack(session.id, back)}>{t("common.cancel")}</a>
          {decisionId ? (
            <LinkButton variant="quiet" href={paths.decisionRemoval(session.id, decisionId)}>
              {t("minutes.removeDecision")}
            </LinkButton>
          ) : null}
        </div>
      </DeedForm>
    </>
  );
}
