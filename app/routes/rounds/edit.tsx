import { useLoaderData } from "@remix-run/react";
import { authorise } from "#app/domain/access/policy.ts";
import { roundChangeForm } from "#app/domain/rounds/round-input.ts";
import { editRound } from "#app/domain/timetable/edit-round.server.ts";
import { findRound } from "#app/domain/timetable/find-round.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { RoundFormPage } from "#app/ui/rounds/RoundFormPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { cityChoices } from "#app/views/city-choices.ts";
import { roundView } from "#app/views/rounds/round-view.server.ts";
import { explainClashes } from "#app/views/sessions/explain-clashes.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const round = roundView(await findRound(visit.db, visit.actor, param(args, "roundId"), visit.now), visit);
  authorise(visit.actor, "round.plan", { groupId: round.groupId });
  return {
    title: visit.text("rounds.edit"),
    round: { id: round.id, title: round.title },
    stored: round.stored,
    cities: cityChoices(visit),
  };
});

export const action = deed({
  input: roundChangeForm,
  act: (visit, input, store, args) =>
    explainClashes(visit, () =>
      editRound(store, visit.actor, { ...input, roundId: param(args, "roundId") }, visit.now),
    ),
  then: ({ id, moved }) => withFlash(paths.round(id), moved > 0 ? "rounds.savedAndTold" : "rounds.saved"),
});

export const clientAction = sendForm;

export default function EditRound() {
  return <RoundFormPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
