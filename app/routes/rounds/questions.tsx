import { useLoaderData } from "@remix-run/react";
import { findRoundQuestions } from "#app/domain/minutes/questions/find-round-questions.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { RoundQuestionsPage } from "#app/ui/questions/RoundQuestionsPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { questionTitle } from "#app/views/minutes/question-view.server.ts";
import { roundHeading } from "#app/views/rounds/round-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { round, questions } = await findRoundQuestions(visit.db, visit.actor, param(args, "roundId"));
  const { id, title } = roundHeading(round, visit);
  return {
    title: visit.text("questions.ofRound"),
    round: { id, title },
    questions: questions.map(({ titles, ...question }) => ({ ...question, ...questionTitle({ titles }, visit) })),
  };
});

export default function RoundQuestions() {
  return <RoundQuestionsPage {...useLoaderData<typeof loader>()} />;
}
