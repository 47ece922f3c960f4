import { useActionData, useLoaderData } from "@remix-run/react";
import { assignInterpreters } from "#app/domain/planning/assign-interpreters.server.ts";
import { findInterpreters } from "#app/domain/planning/find-interpreters.server.ts";
import { interpretersForm } from "#app/domain/planning/interpreter-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { InterpretersPage } from "#app/ui/planning/InterpretersPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { interpretersView } from "#app/views/planning/interpreters-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const found = await findInterpreters(visit.db, visit.actor, param(args, "roundId"));
  return { title: visit.text("plan.interpreters"), view: interpretersView(found, visit) };
});

export const action = deed({
  input: interpretersForm,
  act: (visit, input, store, args) =>
    assignInterpreters(store, visit.actor, { ...input, roundId: param(args, "roundId") }, visit.now),
  then: ({ assigned }, _visit, _input, args) =>
    withFlash(paths.interpreters(param(args, "roundId")), assigned > 0 ? "plan.assigned" : "plan.assignedNone"),
});

export const clientAction = sendForm;

export default function Interpreters() {
  return <InterpretersPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
