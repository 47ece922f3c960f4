import { useLoaderData } from "@remix-run/react";
import { answerAvailability } from "#app/domain/planning/answer-availability.server.ts";
import { ALWAYS, availabilityForm } from "#app/domain/planning/availability-input.ts";
import { findOwnAvailability } from "#app/domain/planning/find-availability.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { AvailabilityPage } from "#app/ui/planning/AvailabilityPage.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { availabilityFormView } from "#app/views/planning/availability-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const form = await findOwnAvailability(visit.db, visit.actor, param(args, "roundId"));
  return { title: visit.text("availability.title"), form: availabilityFormView(form, visit) };
});

export const action = deed({
  input: availabilityForm,
  act: (visit, input, store, args) =>
    answerAvailability(store, visit.actor, { ...input, roundId: param(args, "roundId") }, visit.now),
  then: (_answered, _visit, { mark }, args) =>
    withFlash(
      paths.availability(param(args, "roundId")),
      mark === ALWAYS ? "availability.always" : "availability.saved",
    ),
});

export const clientAction = sendForm;

export default function Availability() {
  const loaded = useLoaderData<typeof loader>();
  const breadcrumbs = useRoundBreadcrumbs(loaded.title, { round: loaded.form.round });
  return <AvailabilityPage {...loaded} breadcrumbs={breadcrumbs} answer={useFormAnswer()} />;
}
