import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { askAvailability } from "#app/domain/planning/ask-availability.server.ts";
import { findAvailabilityOverview } from "#app/domain/planning/find-availability.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { AvailabilityOverviewPage } from "#app/ui/planning/AvailabilityOverviewPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { availabilityOverview } from "#app/views/planning/availability-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const found = await findAvailabilityOverview(visit.db, visit.actor, param(args, "roundId"));
  return { title: visit.text("availability.overview"), overview: availabilityOverview(found, visit) };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store, args) =>
    askAvailability(store, visit.actor, { roundId: param(args, "roundId") }, visit.now),
  then: ({ asked }, _visit, _input, args) =>
    withFlash(
      paths.planAvailability(param(args, "roundId")),
      asked > 0 ? "availability.asked" : "availability.nobodyAsked",
    ),
});

export const clientAction = sendForm;

export default function PlanAvailability() {
  return <AvailabilityOverviewPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
