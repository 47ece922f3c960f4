import { useActionData, useLoaderData } from "@remix-run/react";
import { keptTimeForm } from "#app/domain/planning/availability-input.ts";
import { findClashOf, keepTime } from "#app/domain/planning/keep-time.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { KeptTimePage } from "#app/ui/planning/KeptTimePage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { sessionClashView } from "#app/views/planning/clash-view.server.ts";
import { formatsOf, momentIn } from "#app/views/sessions/session-moment.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const found = await findClashOf(visit.db, visit.actor, param(args, "sessionId"), visit.now);
  const { session } = found;
  return {
    title: visit.text("availability.clashTitle"),
    when: momentIn(formatsOf(session, visit), session).when,
    clash: sessionClashView(found, visit),
  };
});

export const action = deed({
  input: keptTimeForm,
  act: (visit, { people }, store, args) =>
    keepTime(store, visit.actor, { sessionId: param(args, "sessionId"), people }, visit.now),
  then: ({ id }) => withFlash(paths.session(id), "availability.kept"),
});

export const clientAction = sendForm;

export default function KeptTime() {
  return <KeptTimePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
