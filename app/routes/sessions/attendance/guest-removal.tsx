import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { findGuest } from "#app/domain/minutes/find-attendance.server.ts";
import { removeGuest } from "#app/domain/minutes/note-guest.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useRecordBreadcrumbs } from "#app/ui/minutes/use-record-breadcrumbs.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { recordSession } from "#app/views/minutes/attendance-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const ids = [param(args, "sessionId"), param(args, "guestId")] as const;
  const { session, guest } = await findGuest(visit.db, visit.actor, ...ids);
  return { title: visit.text("attendance.removeGuest"), session: recordSession(session, visit), guest };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store, args) => {
    const [sessionId, guestId] = [param(args, "sessionId"), param(args, "guestId")];
    return removeGuest(store, visit.actor, { sessionId, guestId }, visit.now);
  },
  then: (_result, _visit, _input, args) =>
    withFlash(paths.attendance(param(args, "sessionId")), "attendance.guestRemoved"),
});

export const clientAction = sendForm;

export default function GuestRemoval() {
  const { title, session, guest } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <ConfirmPage
      title={title}
      breadcrumbs={useRecordBreadcrumbs(title, session)}
      what={`${guest.capacity}, ${guest.institution}`}
      submit={t("attendance.removeGuest")}
      back={paths.attendance(session.id)}
      answer={useActionData<typeof action>()}
    />
  );
}
