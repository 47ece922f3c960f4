import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { removeDraft } from "#app/domain/planning/change-drafts.server.ts";
import { findDraft } from "#app/domain/planning/find-drafts.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { draftName } from "#app/views/planning/draft-view.server.ts";
import { plannedRound } from "#app/views/planning/frame-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const ids = { roundId: param(args, "roundId"), draftId: param(args, "draftId") };
  const found = await findDraft(visit.db, visit.actor, ids, visit.now);
  const { text } = visit;
  const round = plannedRound(found.round, visit);
  const name = draftName(found.draft, visit);
  return {
    title: text("plan.removeDraftTitle", { name }),
    breadcrumbs: {
      label: text("sessions.crumbs"),
      items: [
        { text: text("rounds.title"), href: paths.rounds() },
        { text: round.title, href: paths.round(round.id) },
        { text: text("plan.title"), href: paths.plan(round.id) },
        { text: name, href: paths.planDraft(round.id, ids.draftId) },
        { text: text("plan.removeDraft") },
      ],
    },
    what: text("plan.removeDraftText"),
    submit: text("plan.removeDraft"),
    back: paths.planDraft(round.id, ids.draftId),
  };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store, args) =>
    removeDraft(store, visit.actor, { roundId: param(args, "roundId"), draftId: param(args, "draftId") }, visit.now),
  then: (_removed, _visit, _input, args) => withFlash(paths.plan(param(args, "roundId")), "plan.draftRemoved"),
});

export const clientAction = sendForm;

export default function DraftRemoval() {
  return <ConfirmPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
