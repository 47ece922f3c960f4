import { type Answer, answers } from "#app/domain/codes.ts";
import { footnoteWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { timeOf } from "#app/domain/sessions/answers/answer-input.ts";
import type { LinkedInvitation } from "#app/domain/sessions/answers/answer-links.server.ts";
import { label } from "#app/i18n/labels.ts";
import { type AnswerView, answerView } from "#app/views/sessions/answers-view.server.ts";
import { momentOf, type SessionMoment } from "#app/views/sessions/session-moment.server.ts";
import { sessionTitle } from "#app/views/sessions/session-title.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** An invitation as whoever opens the link of its mail sees it: no more than the mail says. */
export interface LinkedInvitationView extends SessionMoment {
  name: string;
  session: string;
  group: string;
  round: string;
  language: string;
  footnote: string;
  /** What a form carries along. */
  asked: string;
  /** The choice of the link, or what was answered. */
  chosen: Answer | "";
  own: AnswerView | null;
  isDone: boolean;
}

/** Writes an invitation for the page of the link of its mail. */
export function linkedInvitationView(
  { session, person, answer }: LinkedInvitation,
  { chosen, isDone }: { chosen: string | null; isDone: boolean },
  viewer: Viewer,
): LinkedInvitationView {
  const { locale, formats } = viewer;
  const own = answer && answerView(answer, session, viewer);
  return {
    ...momentOf(session, viewer),
    name: person.name,
    session: sessionTitle(session, viewer),
    group: label(session.group, locale),
    round: label(session.round.titles, locale),
    language: formats.languageName(session.language),
    footnote: session.beneficiary ? footnoteWithMark(session.beneficiary, locale) : "",
    asked: timeOf(session),
    chosen: answers.find((one) => one === chosen) ?? (own?.earlier === null ? own.answer : ""),
    own,
    isDone: isDone && own !== null,
  };
}
