import { useLoaderData } from "@remix-run/react";
import { openAmendable, proposeAmendment } from "#app/domain/minutes/amend-minutes.server.ts";
import { amendmentForm } from "#app/domain/minutes/minutes-input.ts";
import { findText, textValues } from "#app/domain/minutes/store-revision.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { languageTag } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { NewAmendmentPage } from "#app/ui/minutes/NewAmendmentPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { recordSession } from "#app/views/minutes/attendance-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const ids = { sessionId: param(args, "sessionId"), itemId: param(args, "itemId") };
  const { session, item } = await openAmendable(visit.db, visit.actor, ids, visit.now);
  return {
    title: visit.text("minutes.amendmentTitle", { item: item.title }),
    session: recordSession(session, visit),
    lang: languageTag(session.language),
    stored: textValues(await findText(visit.db, item.id)),
  };
});

export const action = deed({
  input: amendmentForm,
  act: (visit, input, store, args) => {
    const ids = { sessionId: param(args, "sessionId"), itemId: param(args, "itemId") };
    return proposeAmendment(store, visit.actor, { ...input, ...ids }, visit.now);
  },
  then: (_result, _visit, _input, args) => withFlash(paths.minutes(param(args, "sessionId")), "minutes.proposed"),
});

export const clientAction = sendForm;

export default function NewAmendment() {
  return <NewAmendmentPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
