import { useLoaderData } from "@remix-run/react";
import { addPairings } from "#app/domain/planning/add-pairings.server.ts";
import { findNewPairingForm } from "#app/domain/planning/find-pairing-form.server.ts";
import { severalPairingsForm as input } from "#app/domain/planning/pairing-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { SeveralPairingsPage } from "#app/ui/planning/SeveralPairingsPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { severalPairingsForm } from "#app/views/planning/pairing-form-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const options = await findNewPairingForm(visit.db, visit.actor, param(args, "roundId"), null, visit.now);
  return { title: visit.text("plan.several"), form: severalPairingsForm(options, visit) };
});

export const action = deed({
  input,
  act: (visit, fields, store, args) =>
    addPairings(store, visit.actor, { ...fields, roundId: param(args, "roundId") }, visit.now),
  then: (_added, _visit, _input, args) => withFlash(paths.plan(param(args, "roundId")), "plan.added"),
});

export const clientAction = sendForm;

export default function SeveralPairings() {
  return <SeveralPairingsPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
