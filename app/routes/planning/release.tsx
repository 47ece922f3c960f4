import { useLoaderData } from "@remix-run/react";
import { releaseForm } from "#app/domain/planning/draft-input.ts";
import { findDraft } from "#app/domain/planning/find-drafts.server.ts";
import { releaseDraft } from "#app/domain/planning/release-draft.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { ReleasePage } from "#app/ui/planning/ReleasePage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { releaseView } from "#app/views/planning/release-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const ids = { roundId: param(args, "roundId"), draftId: param(args, "draftId") };
  const release = releaseView(await findDraft(visit.db, visit.actor, ids, visit.now), visit);
  return { title: visit.text("plan.release"), release };
});

export const action = deed({
  input: releaseForm,
  act: (visit, { shown, reason }, store, args) =>
    releaseDraft(
      store,
      visit.actor,
      { shown, reason, roundId: param(args, "roundId"), draftId: param(args, "draftId") },
      visit.now,
    ),
  then: ({ people }, _visit, _input, args) =>
    withFlash(paths.round(param(args, "roundId")), people > 0 ? "plan.released" : "plan.releasedNothing"),
});

export const clientAction = sendForm;

export default function Release() {
  return <ReleasePage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
