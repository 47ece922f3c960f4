import { useLoaderData } from "@remix-run/react";
import { findQuestion } from "#app/domain/minutes/questions/find-question.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { QuestionPage } from "#app/ui/questions/QuestionPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { questionFilter } from "#app/views/minutes/question-filter.ts";
import { questionView } from "#app/views/minutes/question-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { db, actor, groupId, now } = visit;
  const { filter, values } = questionFilter(new URL(args.request.url).searchParams);
  const found = await findQuestion(db, actor, { questionId: param(args, "questionId"), groupId, filter }, now);
  const question = questionView(found, actor, visit);
  return { title: question.title.text, question, values };
});

export default function Question() {
  return <QuestionPage {...useLoaderData<typeof loader>()} />;
}
