import { useLoaderData } from "@remix-run/react";
import { findMinutesItem } from "#app/domain/minutes/find-minutes-item.server.ts";
import { minutesTextForm } from "#app/domain/minutes/minutes-input.ts";
import { writeMinutes } from "#app/domain/minutes/write-minutes.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { languageTag } from "#app/i18n/languages.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { MinutesItemPage } from "#app/ui/minutes/MinutesItemPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { recordSession } from "#app/views/minutes/attendance-view.server.ts";
import { wayBack } from "#app/views/minutes/led-from.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const ids = { sessionId: param(args, "sessionId"), itemId: param(args, "itemId") };
  const { session, record, item, stored } = await findMinutesItem(visit.db, visit.actor, ids);
  return {
    title: visit.text("minutes.itemTitle", { item: item.title }),
    session: recordSession(session, visit),
    lang: languageTag(session.language),
    isCorrection: record.state === "final",
    stored,
  };
});

export const action = deed({
  input: minutesTextForm,
  act: (visit, input, store, args) => {
    const ids = { sessionId: param(args, "sessionId"), itemId: param(args, "itemId") };
    return writeMinutes(store, visit.actor, { ...input, ...ids }, visit.now);
  },
  then: ({ id }, _visit, { reason, back }, args) => {
    return `${withFlash(wayBack(id, back), reason ? "minutes.corrected" : "minutes.written")}#item-${param(args, "itemId")}`;
  },
});

export const clientAction = sendForm;

export default function MinutesItem() {
  return <MinutesItemPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
