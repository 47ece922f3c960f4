import { disclosure } from "#app/domain/access/attribution.ts";
import type { Question } from "#app/domain/minutes/questions/find-question.server.ts";
import { shownText } from "#app/domain/text/shown-text.ts";
import { label } from "#app/i18n/labels.ts";
import { originalOf, titleView } from "#app/views/contributions/version-view.ts";
import { csvFile } from "#app/views/documents/csv-file.ts";
import { actionView } from "#app/views/minutes/action-view.server.ts";
import type { DocumentFor } from "#app/views/minutes/document-for.ts";
import { type ToldAnswer, toldAnswers } from "#app/views/minutes/question-document.server.ts";
import { namesInOrder } from "#app/views/minutes/question-view.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** The answers to a question as a table: a line for each, and for each gap. */
export function questionCsv(question: Question, whom: DocumentFor, viewer: Viewer): string {
  const { text, locale } = viewer;
  const head = [
    text("rounds.round"),
    text("questions.delegation"),
    text("sessions.when"),
    text("questions.minutes"),
    text("minutes.decisions"),
    text("minutes.actions"),
    text("questions.records"),
    text("questions.gapTitle"),
  ];
  const rows = question.rounds.flatMap(({ round, answers, uncovered }) => {
    const title = label(round.titles, locale);
    const told = toldAnswers(answers, whom, viewer);
    const isKept = told.some(({ delegation }) => delegation === null);
    return [
      ...told.map((answer) => [title, ...answerCells(answer, whom, viewer)]),
      ...namesInOrder(isKept ? [] : uncovered, viewer).map((name) => {
        return [title, name, "", "", "", "", "", text("questions.gap.no-session")];
      }),
    ];
  });
  return csvFile(head, rows);
}

function answerCells({ answer, delegation, when, captures }: ToldAnswer, whom: DocumentFor, viewer: Viewer): string[] {
  const { text, locale } = viewer;
  const { person, beneficiary } = disclosure(answer.attribution, whom === "viewer");
  const actions = answer.actions.map((point) => {
    const view = actionView(point, false, viewer);
    const owner = (point.owner ? person : beneficiary) ? view.owner : text("documents.owner");
    return `${view.text} (${[owner, view.due].filter(Boolean).join(", ")})`;
  });
  const records = captures.map(
    ({ number, versions }) => `${number} ${titleView([originalOf(versions)], locale).title}`,
  );
  return [
    delegation ?? text("documents.anonymousTitle"),
    when ?? "",
    shownText(answer.bodyHtml).trim(),
    answer.decisions.map((decision) => decision.text).join("\n"),
    actions.join("\n"),
    records.join("\n"),
    answer.gap ? text(`questions.gap.${answer.gap}`) : "",
  ];
}
