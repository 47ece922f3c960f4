import { useLoaderData } from "@remix-run/react";
import { placementForm } from "#app/domain/planning/draft-input.ts";
import { findPlacementForm } from "#app/domain/planning/find-placement-form.server.ts";
import { placePairing } from "#app/domain/planning/place-pairing.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { PlacementPage } from "#app/ui/planning/PlacementPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { placementView } from "#app/views/planning/placement-view.server.ts";

export const meta = titleMeta;

const idsOf = (args: Parameters<typeof param>[0]) => ({
  roundId: param(args, "roundId"),
  draftId: param(args, "draftId"),
  pairingId: param(args, "pairingId"),
});

export const loader = formPage(async (visit, args) => {
  const found = await findPlacementForm(visit.db, visit.actor, idsOf(args), visit.now);
  const placement = placementView(found, visit);
  return { title: visit.text("plan.moveTitle", { name: placement.name }), placement };
});

export const action = deed({
  input: placementForm,
  act: (visit, input, store, args) => placePairing(store, visit.actor, { ...input, ...idsOf(args) }, visit.now),
  then: ({ id }, _visit, _input, args) =>
    `${withFlash(paths.planDraft(param(args, "roundId"), id), "plan.moved")}#placed-${param(args, "pairingId")}`,
});

export const clientAction = sendForm;

export default function PlacementOfDraft() {
  return <PlacementPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
