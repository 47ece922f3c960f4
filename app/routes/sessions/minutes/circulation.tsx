import { useLoaderData } from "@remix-run/react";
import { circulateMinutes } from "#app/domain/minutes/circulate-minutes.server.ts";
import { AMENDMENT_DAYS, circulationForm } from "#app/domain/minutes/minutes-input.ts";
import { openRecordFor } from "#app/domain/minutes/open-record.server.ts";
import { hasReadableText } from "#app/domain/minutes/store-revision.server.ts";
import { findAttendees } from "#app/domain/minutes/tell-attendees.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { CirculationPage } from "#app/ui/minutes/CirculationPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { recordSession } from "#app/views/minutes/attendance-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const { session } = await openRecordFor(visit.db, visit.actor, param(args, "sessionId"), "minutes.circulate");
  return {
    title: visit.text("minutes.circulation"),
    session: recordSession(session, visit),
    isEmpty: !(await hasReadableText(visit.db, session.id)),
    told: (await findAttendees(visit.db, session)).length,
    days: String(AMENDMENT_DAYS),
  };
});

export const action = deed({
  input: circulationForm,
  act: (visit, { days }, store, args) =>
    circulateMinutes(store, visit.actor, { sessionId: param(args, "sessionId"), days }, visit.now),
  then: ({ id }) => withFlash(paths.minutes(id), "minutes.circulated"),
});

export const clientAction = sendForm;

export default function Circulation() {
  return <CirculationPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
