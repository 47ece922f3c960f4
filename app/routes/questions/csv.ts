import { findQuestion } from "#app/domain/minutes/questions/find-question.server.ts";
import { page } from "#app/http/page.server.ts";
import { readAs } from "#app/http/paper-file.server.ts";
import { param } from "#app/http/param.ts";
import { questionCsv } from "#app/views/minutes/question-csv.server.ts";
import { questionFilter } from "#app/views/minutes/question-filter.ts";

/** The answers to a question as a table, as far as somebody reads them. */
export const loader = page(async (visit, args) => {
  const { db, actor, groupId, now } = visit;
  const questionId = param(args, "questionId");
  const { filter } = questionFilter(new URL(args.request.url).searchParams);
  const found = await findQuestion(db, actor, { questionId, groupId, filter }, now);
  const headers = {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="answers-${questionId}.csv"`,
  };
  return new Response(questionCsv(found, readAs(args), visit), { headers });
});
