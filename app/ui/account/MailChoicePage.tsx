import { type NewsWay, newsWays, type ReminderKind, reminderKinds } from "#app/domain/mail/mail-choice.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";

/** Which mails a person wants beside those that always come. */
export function MailChoicePage({
  title,
  chosen,
  answer,
}: {
  title: string;
  chosen: { reminders: ReminderKind[]; news: NewsWay };
  answer?: FormAnswer;
}) {
  const t = useText();
  const { field, choices } = fieldsOf(answer, chosen);
  return (
    <>
      <PageHeader title={title} standfirst={t("mailChoice.standfirst")} />
      <DeedForm answer={answer} names={{ reminders: t("mailChoice.reminders"), news: t("mailChoice.news") }}>
        <ChoiceGroup
          type="checkbox"
          {...choices("reminders")}
          legend={t("mailChoice.reminders")}
          hint={t("mailChoice.remindersHint")}
          options={reminderKinds.map((kind) => ({ value: kind, label: t(`mailChoice.reminder.${kind}`) }))}
        />
        <ChoiceGroup
          type="radio"
          {...field("news")}
          legend={t("mailChoice.news")}
          hint={t("mailChoice.newsHint")}
          options={newsWays.map((way) => ({
            value: way,
            label: t(`mailChoice.way.${way}`),
            hint: way === "never" ? t("mailChoice.neverHint") : undefined,
          }))}
          required
        />
        <div className="cluster">
          <Button variant="primary">{t("common.save")}</Button>
        </div>
      </DeedForm>
    </>
  );
}
