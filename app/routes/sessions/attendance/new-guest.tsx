import { useLoaderData } from "@remix-run/react";
import { guestForm } from "#app/domain/minutes/attendance-input.ts";
import { addGuest } from "#app/domain/minutes/note-guest.server.ts";
import { openRecordFor } from "#app/domain/minutes/open-record.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { GuestPage } from "#app/ui/minutes/GuestPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { recordSession } from "#app/views/minutes/attendance-view.server.ts";

export const meta = titleMeta;

const load = formPage(async (visit, args) => {
  const { session } = await openRecordFor(visit.db, visit.actor, param(args, "sessionId"), "attendance.mark");
  return { title: visit.text("attendance.addGuest"), session: recordSession(session, visit) };
});

export const loader = openedOnce(load);

export const action = deed({
  input: guestForm,
  act: (visit, input, store, args) =>
    addGuest(store, visit.actor, { ...input, sessionId: param(args, "sessionId") }, visit.now),
  made: (_result, _visit, _input, args) => paths.attendance(param(args, "sessionId")),
  then: (_result, _visit, _input, args) =>
    withFlash(paths.attendance(param(args, "sessionId")), "attendance.guestAdded"),
});

export const clientAction = sendForm;

export default function NewGuest() {
  return <GuestPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
