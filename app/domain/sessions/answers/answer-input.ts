import { z } from "zod";
import { answers } from "#app/domain/codes.ts";
import { oneOf } from "#app/domain/forms/choice-fields.ts";
import { optionalText, requiredCode } from "#app/domain/forms/text-fields.ts";
import { COMMENT_LENGTH } from "#app/domain/sessions/answers/answer-limits.ts";

/** The form that answers an invitation; `time` is the one that the page showed, as `timeOf` writes it. */
export const answerForm = z.object({
  answer: oneOf(answers),
  comment: optionalText(COMMENT_LENGTH),
  time: requiredCode(60, /^[\dTZ:./-]+$/, "errors.badValue"),
});

/** What all forms of an answer say. */
export type AnswerInput = z.infer<typeof answerForm>;

/** When a session is, as a form carries it along: who answers does so for the time that they saw. */
export function timeOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  return `${startsAt}/${endsAt}`;
}
