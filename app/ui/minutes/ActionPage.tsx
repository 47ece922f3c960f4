import { minutesLimits } from "#app/domain/minutes/minutes-limits.ts";
import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { SelectField, type SelectGroup } from "#app/ui/base/SelectField.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { DateField } from "#app/ui/base/TextField.tsx";
import { ConflictNotice, RevisionField } from "#app/ui/forms/ConflictNotice.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { useRecordBreadcrumbs } from "#app/ui/minutes/use-record-breadcrumbs.ts";
import type { RecordSession } from "#app/views/minutes/attendance-view.server.ts";
import { type LedFrom, wayBack } from "#app/views/minutes/led-from.ts";

export interface ActionPageProps {
  title: string;
  session: RecordSession;
  owners: SelectGroup[];
  items: { value: string; label: string }[];
  isNew: boolean;
  /** Where a new one was begun, and leads back to. */
  back?: LedFrom;
  stored: FormValues;
  answer?: FormAnswer;
}

/** The form of an action point, new or not. */
export function ActionPage({ title, session, owners, items, isNew, back = null, stored, answer }: ActionPageProps) {
  const t = useText();
  const { field } = fieldsOf(answer, stored);
  const names = {
    text: t("actions.text"),
    owner: t("actions.owner"),
    dueOn: t("actions.dueOn"),
    itemId: t("minutes.underItem"),
  };
  const labelIn = (options: readonly { value: string; label: string }[]) => (value: string) =>
    options.find((option) => option.value === value)?.label ?? value;
  return (
    <>
      <Breadcrumbs {...useRecordBreadcrumbs(title, session, true)} />
      <PageHeader title={title} standfirst={session.title} />
      <ConflictNotice
        answer={answer}
        fields={[
          { name: "text", label: names.text },
          { name: "owner", label: names.owner, inWords: labelIn(owners.flatMap(({ options }) => options)) },
          { name: "dueOn", label: names.dueOn, empty: t("actions.noDay") },
          { name: "itemId", label: names.itemId, inWords: labelIn(items), empty: t("minutes.noItem") },
        ]}
      />
      <DeedForm answer={answer} names={names}>
        {isNew ? null : <RevisionField answer={answer} stored={stored} />}
        <TextareaField {...field("text")} label={names.text} maxLength={minutesLimits.action} rows={3} required />
        <SelectField
          {...field("owner")}
          label={names.owner}
          hint={t("actions.ownerHint")}
          placeholder=""
          options={owners}
          required
        />
        <DateField {...field("dueOn")} label={names.dueOn} optional={t("common.optional")} />
        <SelectField {...field("itemId")} label={names.itemId} options={items} />
        {back ? <input type="hidden" name="back" value={back} /> : null}
        <div className="actions">
          <Button variant="primary">{t("actions.save")}</Button>
          <a href={wayBack(session.id, back)}>{t("common.cancel")}</a>
        </div>
      </DeedForm>
    </>
  );
}
