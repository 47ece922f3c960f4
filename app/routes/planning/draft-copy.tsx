import { useLoaderData } from "@remix-run/react";
import { copyDraft } from "#app/domain/planning/change-drafts.server.ts";
import { copyForm } from "#app/domain/planning/draft-input.ts";
import { findDraft } from "#app/domain/planning/find-drafts.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { DraftCopyPage } from "#app/ui/planning/DraftCopyPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { draftName } from "#app/views/planning/draft-view.server.ts";
import { plannedRound } from "#app/views/planning/frame-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const ids = { roundId: param(args, "roundId"), draftId: param(args, "draftId") };
  const { round, draft } = await findDraft(visit.db, visit.actor, ids, visit.now);
  const name = draftName(draft, visit);
  return { title: visit.text("plan.copyTitle", { name }), round: plannedRound(round, visit), draft: { id: draft.id } };
});

export const action = deed({
  input: copyForm,
  act: (visit, { name }, store, args) =>
    copyDraft(
      store,
      visit.actor,
      { name, roundId: param(args, "roundId"), draftId: param(args, "draftId") },
      visit.now,
    ),
  then: ({ id }, _visit, _input, args) => withFlash(paths.planDraft(param(args, "roundId"), id), "plan.copied"),
});

export const clientAction = sendForm;

export default function DraftCopy() {
  return <DraftCopyPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
