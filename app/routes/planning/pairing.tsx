import { useLoaderData } from "@remix-run/react";
import { changePairing } from "#app/domain/planning/change-pairing.server.ts";
import { findPairingForm } from "#app/domain/planning/find-pairing-form.server.ts";
import { pairingForm as input } from "#app/domain/planning/pairing-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { PairingPage } from "#app/ui/planning/PairingPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { pairingForm } from "#app/views/planning/pairing-form-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const ids = { roundId: param(args, "roundId"), pairingId: param(args, "pairingId") };
  const pairing = pairingForm(await findPairingForm(visit.db, visit.actor, ids, visit.now), visit);
  return { title: pairing.name, pairing };
});

export const action = deed({
  input,
  act: (visit, fields, store, args) =>
    changePairing(
      store,
      visit.actor,
      { ...fields, roundId: param(args, "roundId"), pairingId: param(args, "pairingId") },
      visit.now,
    ),
  then: (_changed, _visit, _input, args) => withFlash(paths.plan(param(args, "roundId")), "plan.changed"),
});

export const clientAction = sendForm;

export default function Pairing() {
  return <PairingPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
