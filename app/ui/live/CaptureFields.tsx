import { kinds } from "#app/domain/codes.ts";
import { limits } from "#app/domain/knowledge/templates.ts";
import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Kind } from "#app/ui/base/Kind.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { GuardStatement } from "#app/ui/forms/GuardStatement.tsx";
import type { LiveView } from "#app/views/live/live-view.server.ts";

/** What the fields are called in the summary of errors. */
export function useCaptureNames() {
  const t = useText();
  return {
    kind: t("knowledge.kind"),
    title: t("knowledge.title"),
    summary: t("live.sentence"),
    beneficiary: t("knowledge.beneficiary"),
  };
}

/** Kind, title and the sentence as it was said: enough for now. */
export function CaptureFields({ live, stored, answer }: { live: LiveView; stored: FormValues; answer?: FormAnswer }) {
  const t = useText();
  const { field } = fieldsOf(answer, stored);
  const names = useCaptureNames();
  const { lang, delegations } = live;
  return (
    <>
      <input type="hidden" name="itemId" value={field("itemId").defaultValue ?? ""} />
      <ChoiceGroup
        type="radio"
        {...field("kind")}
        legend={names.kind}
        inline
        options={kinds.map((code) => ({ value: code, label: <Kind kind={code}>{t(`codes.kind.${code}`)}</Kind> }))}
      />
      <TextField {...field("title")} label={names.title} lang={lang} maxLength={limits.title} />
      <TextareaField
        {...field("summary")}
        label={names.summary}
        hint={t("live.sentenceHint")}
        lang={lang}
        rows={3}
        maxLength={limits.summary}
      />
      {delegations ? (
        <SelectField
          {...field("beneficiary")}
          label={names.beneficiary}
          placeholder={t("common.chooseOne")}
          options={delegations}
        />
      ) : null}
      <GuardStatement answer={answer} />
    </>
  );
}
