import { findQuestion } from "#app/domain/minutes/questions/find-question.server.ts";
import { page } from "#app/http/page.server.ts";
import { paperFile, readAs } from "#app/http/paper-file.server.ts";
import { param } from "#app/http/param.ts";
import { questionDocument } from "#app/views/minutes/question-document.server.ts";
import { questionFilter } from "#app/views/minutes/question-filter.ts";

/** The answers to a question as a document, as far as somebody reads them. */
export const loader = page(async (visit, args) => {
  const { db, actor, groupId, now } = visit;
  const questionId = param(args, "questionId");
  const { filter } = questionFilter(new URL(args.request.url).searchParams);
  const found = await findQuestion(db, actor, { questionId, groupId, filter }, now);
  return paperFile(visit, "docx", `answers-${questionId}`, questionDocument(found, readAs(args), visit));
});
