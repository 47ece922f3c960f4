import type { ActionFunctionArgs } from "@remix-run/node";
import { NotFound } from "#app/domain/errors.ts";
import { contributionForm } from "#app/domain/knowledge/contribution-input.ts";
import { draftContribution } from "#app/domain/knowledge/draft-contribution.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { keptAnswer } from "#app/http/kept-answer.server.ts";
import { page } from "#app/http/page.server.ts";

/** Nothing to read here. */
export const loader = page(async () => {
  throw new NotFound("page");
});

const keepDraft = deed({
  input: contributionForm,
  act: (visit, { input, number, draftId, revision }, store, _args, { knows: { after } }) => {
    const knows = revision === null ? null : { revision, after };
    return draftContribution(
      store,
      visit.actor,
      { ...input, number, draftId, knows, groupId: visit.groupId },
      visit.now,
    );
  },
  then: ({ number, revision }, visit) => keptAnswer(visit, { number, revision: String(revision) }),
});

/** Keeps a draft while one types and answers with its number and the time; refusals come as the form's messages. */
export const action = async (args: ActionFunctionArgs) => {
  const answer = await keepDraft(args);
  return answer instanceof Response ? answer : Response.json(answer.data, answer.init ?? undefined);
};
