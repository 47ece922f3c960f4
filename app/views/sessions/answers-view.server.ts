import type { Answer } from "#app/domain/codes.ts";
import { timeOf } from "#app/domain/sessions/answers/answer-input.ts";
import type { AnswerFacts } from "#app/domain/sessions/answers/find-answers.server.ts";
import type {
  AnswersToReplace,
  SeatAnswer,
  SessionAnswers,
} from "#app/domain/sessions/answers/find-session-answers.server.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { isOver } from "#app/domain/sessions/session-state.ts";
import { label } from "#app/i18n/labels.ts";
import { formatsOf, momentIn, momentOf } from "#app/views/sessions/session-moment.server.ts";
import { sessionTitle } from "#app/views/sessions/session-title.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** An answer as a page shows it. */
export interface AnswerView {
  answer: Answer;
  comment: string;
  /** "3 November 2026, 09:00, by mail" */
  how: string;
  /** Who gave it for them; null where they did. */
  by: string | null;
  /** The earlier time that it was given to; null where it stands. */
  earlier: string | null;
}

/** Somebody invited, with what they answered. */
export interface SeatAnswerView {
  accountId: string;
  name: string;
  answer: AnswerView | null;
}

/** The answers to a session as far as they concern the viewer. */
export interface AnswersView {
  /** What a form carries along: the time that the viewer sees. */
  time: string;
  own: AnswerView | null;
  isInvited: boolean;
  /** Null for those who see their own alone. */
  everybody: SeatAnswerView[] | null;
  /** How many have not answered; null where nobody is asked any more. */
  missing: number | null;
  may: SessionAnswers["may"];
}

/** Writes the answers to a session. */
export function answersView(answers: SessionAnswers, session: SessionFacts, viewer: Viewer): AnswersView {
  const { own, everybody, may } = answers;
  return {
    time: timeOf(session),
    own: own?.answer ? answerView(own.answer, session, viewer) : null,
    isInvited: own !== null,
    everybody: everybody && seatsInOrder(everybody, session, viewer),
    missing: whyNotAnswered(session, viewer) ? null : (everybody ?? []).filter(({ isAwaited }) => isAwaited).length,
    may,
  };
}

/** Why a session cannot be answered, in a sentence; null where it can. */
export function whyNotAnswered(session: SessionFacts, { text, now }: Viewer): string | null {
  if (session.cancelled) return text("answers.isCancelled");
  return isOver(session, now) ? text("answers.isOver") : null;
}

/** Writes the page on which somebody enters an answer for another person. */
export function answerForView({ session, person, before }: AnswersToReplace, viewer: Viewer) {
  const { date, time, zone } = momentOf(session, viewer);
  const round = { id: session.round.id, title: label(session.round.titles, viewer.locale) };
  return {
    title: viewer.text("answers.forPerson", { name: person }),
    session: { id: session.id, title: sessionTitle(session, viewer), date, time, zone, round },
    person,
    time: timeOf(session),
    before: before.map((one) => answerView(one, session, viewer)),
    impossible: whyNotAnswered(session, viewer),
  };
}

/** Writes one answer: when and how it was given, and to which earlier time. */
export function answerView(facts: AnswerFacts, session: SessionFacts, viewer: Viewer): AnswerView {
  const { answer, comment, way, by, at, isEarlier } = facts;
  const when = viewer.formats.dateTime(at);
  return {
    answer,
    comment,
    how: way === "proxy" ? viewer.text("answers.way.proxy", { when, by: by ?? "" }) : howOf(way, when, viewer),
    by,
    earlier: isEarlier ? momentIn(formatsOf(session, viewer), facts).when : null,
  };
}

function howOf(way: "page" | "link" | "mail", when: string, { text }: Viewer): string {
  return text(`answers.way.${way}`, { when });
}

/** Those who have not answered first, then by name. */
function seatsInOrder(seats: readonly SeatAnswer[], session: SessionFacts, viewer: Viewer): SeatAnswerView[] {
  const sorted = [...seats].sort(
    (a, b) =>
      Number(b.isAwaited) - Number(a.isAwaited) || viewer.formats.collator.compare(a.person.name, b.person.name),
  );
  return sorted.map(({ person, answer }) => ({
    accountId: person.accountId,
    name: person.name,
    answer: answer && answerView(answer, session, viewer),
  }));
}
