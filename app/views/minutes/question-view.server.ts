import type { Actor } from "#app/domain/access/actor.ts";
import type { Gap, Question, QuestionAnswer } from "#app/domain/minutes/questions/find-question.server.ts";
import { type Designation, type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { type Labels, label, type ShownLabel, shownLabel } from "#app/i18n/labels.ts";
import { languageTag } from "#app/i18n/languages.ts";
import { type ActionView, actionView } from "#app/views/minutes/action-view.server.ts";
import { type CaptureView, captureViews } from "#app/views/sessions/capture-view.ts";
import { momentOf } from "#app/views/sessions/session-moment.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What a delegation has under a question. */
export interface AnswerView {
  key: string;
  /** The delegation, or "Plenary session". */
  name: string;
  session: { id: string; when: string };
  /** The item it was asked under, where it was put in other words. */
  asked: string | null;
  internal: boolean;
  lang: string;
  bodyHtml: string;
  isFinal: boolean;
  decisions: { number: number; text: string }[];
  actions: ActionView[];
  captures: CaptureView[];
  gap: Gap | null;
}

/** The page of a question. */
export interface QuestionView {
  id: string;
  title: ShownLabel;
  template: { id: string; name: string } | null;
  rounds: { id: string; title: string; dates: string; answers: AnswerView[]; uncovered: string[] }[];
  choices: Record<"rounds" | "delegations", { value: string; label: string }[]>;
}

/** Writes the answers to a question. */
export function questionView(question: Question, actor: Actor, viewer: Viewer): QuestionView {
  const { locale, formats } = viewer;
  const title = questionTitle(question, viewer);
  const { template } = question;
  return {
    ...{ id: question.id, title, template: template && { id: template.id, name: label(template.names, locale) } },
    rounds: question.rounds.map(({ round, answers, uncovered }) => ({
      ...{ id: round.id, title: label(round.titles, locale), dates: formats.dateRange(round.startsOn, round.endsOn) },
      answers: inOrder(answers, viewer).map((answer) => answerView(answer, question.titles, actor, viewer)),
      uncovered: namesInOrder(uncovered, viewer),
    })),
    choices: {
      rounds: question.all.rounds.map((round) => ({ value: round.id, label: label(round.titles, locale) })),
      delegations: question.all.delegations
        .map((one) => ({ value: one.id, label: nameWithMark(one, locale) as string }))
        .sort((a, b) => formats.collator.compare(a.label, b.label)),
    },
  };
}

/** A question in the viewer's language where it was asked or stands in a template in it. */
export function questionTitle({ titles }: Pick<Question, "titles">, { locale }: Viewer): ShownLabel {
  return shownLabel(titles, locale);
}

/** Answers by delegation, in the order of the viewer's alphabet; plenaries first. */
export function inOrder(answers: readonly QuestionAnswer[], viewer: Viewer): QuestionAnswer[] {
  const name = ({ session }: QuestionAnswer) =>
    session.beneficiary ? nameWithMark(session.beneficiary, viewer.locale) : "";
  return [...answers].sort((a, b) => viewer.formats.collator.compare(name(a), name(b)));
}

/** Names of delegations, in the order of the viewer's alphabet. */
export function namesInOrder(delegations: readonly Designation[], { locale, formats }: Viewer): NameWithMark[] {
  return delegations.map((one) => nameWithMark(one, locale)).sort(formats.collator.compare);
}

function answerView(answer: QuestionAnswer, titles: Labels, actor: Actor, viewer: Viewer): AnswerView {
  const { session, item, state, bodyHtml, decisions, actions, captures, gap } = answer;
  const { date, time } = momentOf(session, viewer);
  return {
    key: item?.id ?? session.id,
    name: session.beneficiary ? nameWithMark(session.beneficiary, viewer.locale) : viewer.text("sessions.plenary"),
    session: { id: session.id, when: `${date}, ${time}` },
    asked: item && !Object.values(titles).includes(item.title) ? item.title : null,
    internal: item?.internal ?? false,
    ...{ lang: languageTag(session.language), bodyHtml, isFinal: state === "final", decisions, gap },
    actions: actions.map((point) => actionView(point, false, viewer)),
    captures: captureViews(captures, { items: [] }, actor, viewer),
  };
}
