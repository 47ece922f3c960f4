import { useLoaderData } from "@remix-run/react";
import { askProposal } from "#app/domain/planning/ask-proposal.server.ts";
import { proposalForm } from "#app/domain/planning/draft-input.ts";
import { findConditions } from "#app/domain/planning/find-conditions.server.ts";
import { findDrafts } from "#app/domain/planning/find-drafts.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { ProposalPage } from "#app/ui/planning/ProposalPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { proposalView } from "#app/views/planning/proposal-view.server.ts";

export const meta = titleMeta;

/** Most rounds are done by then, and their draft is the next page. */
const WAIT_FOR_EASY_ONES = 1500;

export const loader = formPage(async (visit, args) => {
  const conditions = await findConditions(visit.db, visit.actor, param(args, "roundId"));
  const drafts = await findDrafts(visit.db, conditions, visit.now);
  const previous = new URL(args.request.url).searchParams.get("previous");
  return {
    title: visit.text("plan.propose"),
    ...proposalView(conditions, drafts, { previous, now: visit.now }, visit),
  };
});

export const action = deed({
  input: proposalForm,
  act: (visit, input, store, args) =>
    askProposal(store, visit.actor, { ...input, roundId: param(args, "roundId") }, visit.now),
  then: async ({ id }, { context }, _input, args) => {
    context.proposals.begin(id);
    await context.proposals.ended(id, WAIT_FOR_EASY_ONES);
    return paths.planRun(param(args, "roundId"), id);
  },
});

export const clientAction = sendForm;

export default function Proposal() {
  return <ProposalPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
