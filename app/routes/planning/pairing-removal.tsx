import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { removePairing } from "#app/domain/planning/change-pairing.server.ts";
import { findPairingForm } from "#app/domain/planning/find-pairing-form.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { pairingForm } from "#app/views/planning/pairing-form-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const ids = { roundId: param(args, "roundId"), pairingId: param(args, "pairingId") };
  const { name, round } = pairingForm(await findPairingForm(visit.db, visit.actor, ids, visit.now), visit);
  const { text } = visit;
  return {
    title: text("plan.removeTitle", { title: name }),
    breadcrumbs: {
      label: text("sessions.crumbs"),
      items: [
        { text: text("rounds.title"), href: paths.rounds() },
        { text: round.title, href: paths.round(round.id) },
        { text: text("plan.title"), href: paths.plan(round.id) },
        { text: text("plan.removePairing") },
      ],
    },
    what: text("plan.removeText"),
    submit: text("plan.removePairing"),
    back: paths.plan(round.id),
  };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store, args) =>
    removePairing(
      store,
      visit.actor,
      { roundId: param(args, "roundId"), pairingId: param(args, "pairingId") },
      visit.now,
    ),
  then: (_removed, _visit, _input, args) => withFlash(paths.plan(param(args, "roundId")), "plan.removed"),
});

export const clientAction = sendForm;

export default function PairingRemoval() {
  return <ConfirmPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
