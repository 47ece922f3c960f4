import { Refused } from "#app/domain/errors.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import { type AnswerInput, timeOf } from "#app/domain/sessions/answers/answer-input.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { isOver } from "#app/domain/sessions/session-state.ts";

/**
 * What holds for every answer that is typed into a form: the session will take place, at the time that the form showed,
 * and the comment says nothing of a person.
 * @throws Refused
 */
export function checkAnswer(session: SessionFacts, { comment, time }: AnswerInput, now: Date): void {
  if (session.cancelled) throw new Refused({ key: "answers.isCancelled" });
  if (isOver(session, now)) throw new Refused({ key: "answers.isOver" });
  if (time !== timeOf(session)) throw new Refused({ key: "answers.movedMeanwhile" });
  refusePersonalData({ comment }, now);
}
