import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { findRun } from "#app/domain/planning/find-run.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { RunPage } from "#app/ui/planning/RunPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { runView } from "#app/views/planning/run-view.server.ts";

/** While something is looked for, the page looks again every two seconds. */
export const meta = ({ data, ...rest }: Parameters<typeof titleMeta>[0]) => [
  ...titleMeta({ data, ...rest }),
  ...((data as { run?: { isLooking: boolean } } | undefined)?.run?.isLooking
    ? [{ httpEquiv: "refresh", content: "2" }]
    : []),
];

/** How long the search may take to end once it is told to, in milliseconds. */
const STOPS_WITHIN = 1500;

export const loader = page(async (visit, args) => {
  const ids = { roundId: param(args, "roundId"), runId: param(args, "runId") };
  const found = await findRun(visit.db, visit.actor, ids, visit.now);
  if (found.run.draftId) throw redirect(paths.planDraft(ids.roundId, found.run.draftId));
  const run = runView(found, visit);
  return { title: visit.text(run.state === "running" ? "plan.searching" : "plan.propose"), run };
});

export const action = deed({
  input: confirmation,
  act: async (visit, _input, _store, args) => {
    const ids = { roundId: param(args, "roundId"), runId: param(args, "runId") };
    const { run } = await findRun(visit.db, visit.actor, ids, visit.now);
    return { id: run.id };
  },
  then: async ({ id }, { context }, _input, args) => {
    context.proposals.stop(id);
    await context.proposals.ended(id, STOPS_WITHIN);
    return paths.planRun(param(args, "roundId"), id);
  },
});

export const clientAction = sendForm;

export default function Run() {
  return <RunPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
