import { answers } from "#app/domain/codes.ts";
import { COMMENT_LENGTH } from "#app/domain/sessions/answers/answer-limits.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import type { Text } from "#app/i18n/text.ts";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import type { fieldsOf } from "#app/ui/forms/DeedForm.tsx";

export interface AnswerFieldsProps {
  field: ReturnType<typeof fieldsOf>["field"];
  legend: string;
  /** The time that is answered. */
  time: string;
}

/** What an answer to an invitation says. */
export function AnswerFields({ field, legend, time }: AnswerFieldsProps) {
  const t = useText();
  return (
    <>
      <input type="hidden" name="time" value={time} />
      <ChoiceGroup
        {...field("answer")}
        type="radio"
        legend={legend}
        options={answers.map((code) => ({ value: code, label: t(`answers.choice.${code}`) }))}
        required
      />
      <TextareaField
        {...field("comment")}
        label={t("answers.comment")}
        hint={t("answers.commentHint")}
        optional={t("common.optional")}
        maxLength={COMMENT_LENGTH}
        rows={2}
      />
    </>
  );
}

/** What the fields of an answer are called. */
export function answerNames(t: Text, legend: string) {
  return { answer: legend, comment: t("answers.comment") };
}
