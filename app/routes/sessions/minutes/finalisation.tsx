import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { finaliseMinutes } from "#app/domain/minutes/circulate-minutes.server.ts";
import { findMinutes } from "#app/domain/minutes/find-minutes.server.ts";
import { openRecordFor } from "#app/domain/minutes/open-record.server.ts";
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
import { notFinalYet } from "#app/views/minutes/closing-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { db, actor, now, text } = visit;
  const { session } = await openRecordFor(db, actor, param(args, "sessionId"), "minutes.finalise");
  const why = notFinalYet(await findMinutes(db, actor, session.id, now), visit);
  return { title: text("minutes.finalisation"), session: recordSession(session, visit), why };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store, args) =>
    finaliseMinutes(store, visit.actor, { sessionId: param(args, "sessionId") }, visit.now),
  then: ({ id }) => withFlash(paths.minutes(id), "minutes.final"),
});

export const clientAction = sendForm;

export default function Finalisation() {
  const { title, session, why } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <ConfirmPage
      title={title}
      breadcrumbs={useRecordBreadcrumbs(title, session, true)}
      what={session.title}
      submit={t("minutes.finalise")}
      back={paths.minutes(session.id)}
      backText={t("minutes.keep")}
      impossible={why ? { why, backText: t("minutes.toMinutes") } : null}
      answer={useActionData<typeof action>()}
      names={{}}
    >
      <p>{t("minutes.finalisationText")}</p>
    </ConfirmPage>
  );
}
