import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { endAmending } from "#app/domain/minutes/end-amending.server.ts";
import { isAmendable } from "#app/domain/minutes/minutes-state.ts";
import { openRecordFor } from "#app/domain/minutes/open-record.server.ts";
import { findAttendees } from "#app/domain/minutes/tell-attendees.server.ts";
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
import { stateNote } from "#app/views/minutes/minutes-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { db, actor, now, text } = visit;
  const { session, record } = await openRecordFor(db, actor, param(args, "sessionId"), "minutes.finalise");
  const told = (await findAttendees(db, session)).filter((accountId) => accountId !== actor.accountId);
  return {
    title: text("minutes.amendingEnd"),
    session: recordSession(session, visit),
    until: stateNote(record, session, visit),
    isOver: !isAmendable(record, now),
    told: told.length,
  };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store, args) =>
    endAmending(store, visit.actor, { sessionId: param(args, "sessionId") }, visit.now),
  then: ({ id }) => withFlash(paths.minutes(id), "minutes.amendingEnded"),
});

export const clientAction = sendForm;

export default function AmendingEnd() {
  const { title, session, until, isOver, told } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <ConfirmPage
      title={title}
      breadcrumbs={useRecordBreadcrumbs(title, session, true)}
      what={session.title}
      submit={t("minutes.endAmending")}
      back={paths.minutes(session.id)}
      backText={t("minutes.keep")}
      impossible={isOver ? { why: t("minutes.noneCanBeProposed"), backText: t("minutes.toMinutes") } : null}
      answer={useActionData<typeof action>()}
      names={{}}
    >
      <p>
        {until} {t("minutes.amendingEndText")}
      </p>
      <p>{t("minutes.amendingEndTold", { count: told })}</p>
    </ConfirmPage>
  );
}
