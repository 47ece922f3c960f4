import { useLoaderData } from "@remix-run/react";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { planRound } from "#app/domain/rounds/plan-round.server.ts";
import { roundForm } from "#app/domain/rounds/round-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { RoundFormPage } from "#app/ui/rounds/RoundFormPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { cityChoices } from "#app/views/city-choices.ts";

export const meta = titleMeta;

const load = formPage(async (visit) => {
  if (!visit.groupId) throw new NotFound("working group");
  authorise(visit.actor, "round.plan", { groupId: visit.groupId });
  const stored = { format: "bilateral-online", city: visit.account.city ?? "" };
  return { title: visit.text("rounds.plan"), round: null, stored, cities: cityChoices(visit) };
});

export const loader = openedOnce(load);

export const action = deed({
  input: roundForm,
  act: (visit, input, store) => planRound(store, visit.actor, { ...input, groupId: visit.groupId ?? "" }, visit.now),
  made: ({ id }) => paths.round(id),
  then: ({ id }) => withFlash(paths.round(id), "rounds.planned"),
});

export const clientAction = sendForm;

export default function NewRound() {
  return <RoundFormPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
