import { useActionData, useLoaderData } from "@remix-run/react";
import { calendarForm } from "#app/domain/planning/availability-input.ts";
import { findOwnAvailability } from "#app/domain/planning/find-availability.server.ts";
import { readOwnCalendar } from "#app/domain/planning/read-calendar.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { takeFrom } from "#app/http/too-many.server.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { CalendarPage } from "#app/ui/planning/CalendarPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { availabilityFormView } from "#app/views/planning/availability-view.server.ts";
import { plannedRound } from "#app/views/planning/frame-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { round } = await findOwnAvailability(visit.db, visit.actor, param(args, "roundId"));
  return { title: visit.text("availability.calendar"), round: plannedRound(round, visit) };
});

export const action = deed({
  input: calendarForm,
  act: async (visit, { calendar }, _store, args) => {
    const { db, actor, context } = visit;
    await takeFrom(context, [["calendarRead", visit.account.id]]);
    const form = await readOwnCalendar(db, actor, { roundId: param(args, "roundId"), calendar }, context.readCalendar);
    return availabilityFormView(form, visit);
  },
  then: (found) => ({ found }),
});

export const clientAction = sendForm;

export default function AvailabilityCalendar() {
  const answer = useActionData<typeof action>();
  const found = answer && "found" in answer ? answer.found : null;
  return (
    <CalendarPage
      {...useLoaderData<typeof loader>()}
      found={found}
      answer={answer && "errors" in answer ? answer : undefined}
    />
  );
}
