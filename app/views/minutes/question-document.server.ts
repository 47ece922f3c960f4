import { disclosure } from "#app/domain/access/attribution.ts";
import type { ContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import type { Gap, Question, QuestionAnswer } from "#app/domain/minutes/questions/find-question.server.ts";
import { footnoteWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { label } from "#app/i18n/labels.ts";
import { languageTag } from "#app/i18n/languages.ts";
import { type Block, type PaperDocument, paragraph } from "#app/views/documents/blocks.ts";
import { blocksOfHtml } from "#app/views/documents/blocks-of-html.ts";
import { actionView } from "#app/views/minutes/action-view.server.ts";
import type { DocumentFor } from "#app/views/minutes/document-for.ts";
import { inOrder, namesInOrder, questionTitle } from "#app/views/minutes/question-view.server.ts";
import { recordLine } from "#app/views/minutes/record-line.ts";
import { momentOf } from "#app/views/sessions/session-moment.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/**
 * An answer as a file tells it. Where attribution keeps the delegation, its name, its day and its place in the order
 * are kept with it; internal items are for those alone who see them.
 */
export interface ToldAnswer {
  answer: QuestionAnswer;
  /** Null where it is not told. */
  delegation: string | null;
  when: string | null;
  /** Of its records, those that may stand under the name. */
  captures: ContributionFacts[];
}

/** The answers of a round as a file tells them. */
export function toldAnswers(answers: readonly QuestionAnswer[], whom: DocumentFor, viewer: Viewer): ToldAnswer[] {
  const told = inOrder(answers, viewer)
    .filter(({ item }) => whom === "viewer" || !item?.internal)
    .map((answer): ToldAnswer => {
      const { beneficiary, day } = disclosure(answer.attribution, whom === "viewer");
      const { session } = answer;
      const name = session.beneficiary
        ? nameWithMark(session.beneficiary, viewer.locale)
        : viewer.text("sessions.plenary");
      const moment = momentOf(session, viewer);
      return {
        answer,
        delegation: beneficiary || !session.beneficiary ? name : null,
        when: day ? `${moment.date}, ${moment.time}` : null,
        captures: answer.captures.filter(
          (one) => !beneficiary || disclosure(one.attribution, whom === "viewer").beneficiary,
        ),
      };
    });
  const kept = told.filter(({ delegation, answer }) => delegation === null && answer.gap === null);
  if (kept.length === 0) return told.filter(({ delegation }) => delegation !== null);
  // What is missing would tell by elimination whose the others are.
  const named = told.filter(({ delegation, answer }) => delegation !== null && answer.gap === null);
  return [...named, ...kept.sort((a, b) => (contentOf(a) < contentOf(b) ? -1 : 1))];
}

/** The answers to a question as one document. */
export function questionDocument(question: Question, whom: DocumentFor, viewer: Viewer): PaperDocument {
  const { text, locale } = viewer;
  const title = text("questions.documentTitle", { question: questionTitle(question, viewer).text });
  const told = question.rounds.map((one) => ({ ...one, told: toldAnswers(one.answers, whom, viewer) }));
  const blocks = told.flatMap(({ round, told: answers, uncovered }): Block[] => [
    { kind: "heading", level: 1, text: label(round.titles, locale) },
    ...answers.flatMap((answer) => answerBlocks(answer, whom, viewer)),
    ...(answers.some(({ delegation }) => delegation === null)
      ? []
      : namesInOrder(uncovered, viewer).flatMap((name) => gapBlocks(name, null, "no-session", viewer))),
  ]);
  const named = told.flatMap(({ told: answers, uncovered }) => [
    ...answers.flatMap(({ delegation, answer }) => (delegation && answer.session.beneficiary) || []),
    ...uncovered,
  ]);
  const footnotes = named.map((one) => footnoteWithMark(one, locale)).filter((footnote) => footnote !== "");
  const sharing = text(whom === "viewer" ? "documents.mineNote" : "documents.sharingSeveral");
  return {
    ...{ title, blocks: blocks.length > 0 ? blocks : [paragraph(text("questions.none"))] },
    notes: [sharing, ...new Set(footnotes)],
    lang: languageTag(locale),
    footer: title.length > 80 ? `${title.slice(0, 79)}…` : title,
    pageOf: (page, pages) => text("documents.page", { page, pages }),
  };
}

function contentOf({ answer }: ToldAnswer): string {
  return [answer.bodyHtml, ...answer.decisions.map(({ text }) => text)].join("\n");
}

function gapBlocks(name: string, when: string | null, gap: Gap | "no-session", { text }: Viewer): Block[] {
  return [
    { kind: "heading", level: 2, text: name },
    ...(when ? [paragraph(when, true)] : []),
    paragraph(text("questions.gapIs", { gap: text(`questions.gap.${gap}`) })),
  ];
}

function answerBlocks({ answer, delegation, when, captures }: ToldAnswer, whom: DocumentFor, viewer: Viewer): Block[] {
  const { text } = viewer;
  const name = delegation ?? text("documents.anonymousTitle");
  if (answer.gap) return gapBlocks(name, when, answer.gap, viewer);
  const { person, beneficiary } = disclosure(answer.attribution, whom === "viewer");
  const lang = languageTag(answer.session.language);
  return [
    { kind: "heading", level: 2, text: name },
    ...(when ? [paragraph(when, true)] : []),
    ...(answer.bodyHtml ? blocksOfHtml(answer.bodyHtml, lang) : []),
    ...answer.decisions.map(
      (decision): Block => ({
        kind: "paragraph",
        runs: [
          { text: `${text("minutes.decisionNumber", { number: decision.number })}: `, bold: true },
          { text: decision.text, lang },
        ],
      }),
    ),
    ...answer.actions.map((point): Block => {
      const view = actionView(point, false, viewer);
      const owner = (point.owner ? person : beneficiary) ? view.owner : text("documents.owner");
      const facts = [owner, view.due, text(`actions.stateOf.${view.state}`)].filter(Boolean).join(", ");
      return { kind: "item", mark: "•", depth: 0, runs: [{ text: view.text, lang }, { text: ` (${facts})` }] };
    }),
    ...captures.map((record) => recordLine(record, viewer)),
  ];
}
