import { useLoaderData } from "@remix-run/react";
import { answerAvailability } from "#app/domain/planning/answer-availability.server.ts";
import { availabilityForm } from "#app/domain/planning/availability-input.ts";
import { findAvailabilityOf } from "#app/domain/planning/find-availability.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { AvailabilityPage } from "#app/ui/planning/AvailabilityPage.tsx";
import { usePlanBreadcrumbs } from "#app/ui/planning/use-plan-breadcrumbs.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { availabilityFormView } from "#app/views/planning/availability-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const who = { roundId: param(args, "roundId"), accountId: param(args, "accountId") };
  const form = availabilityFormView(await findAvailabilityOf(visit.db, visit.actor, who), visit);
  return { title: visit.text("availability.titleOf", { name: form.name }), form };
});

export const action = deed({
  input: availabilityForm,
  act: (visit, input, store, args) => {
    const who = { roundId: param(args, "roundId"), accountId: param(args, "accountId") };
    return answerAvailability(store, visit.actor, { ...input, ...who }, visit.now);
  },
  then: ({ accountId }, _visit, { mark }, args) => {
    const roundId = param(args, "roundId");
    const next = mark === null ? paths.planAvailability(roundId) : paths.planAvailabilityOf(roundId, accountId);
    return withFlash(next, "availability.savedFor");
  },
});

export const clientAction = sendForm;

export default function AvailabilityOf() {
  const loaded = useLoaderData<typeof loader>();
  const breadcrumbs = usePlanBreadcrumbs(loaded.title, loaded.form.round);
  return <AvailabilityPage {...loaded} breadcrumbs={breadcrumbs} isForOther answer={useFormAnswer()} />;
}
