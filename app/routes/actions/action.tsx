import { useLoaderData } from "@remix-run/react";
import { settlementForm } from "#app/domain/minutes/minutes-input.ts";
import { findSettlement, settleAction, settlementValues } from "#app/domain/minutes/settle-action.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { SettlementPage } from "#app/ui/minutes/SettlementPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { actionView } from "#app/views/minutes/action-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const point = await findSettlement(visit.db, visit.actor, param(args, "actionId"));
  return {
    title: visit.text("actions.settlement"),
    point: actionView(point, true, visit),
    stored: settlementValues(point),
  };
});

export const action = deed({
  input: settlementForm,
  act: (visit, input, store, args) =>
    settleAction(store, visit.actor, { ...input, actionId: param(args, "actionId") }, visit.now),
  then: ({ groupId }, visit) =>
    withFlash(paths.actions({ group: groupId === visit.groupId ? null : groupId }), "actions.settled"),
});

export const clientAction = sendForm;

export default function Action() {
  return <SettlementPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
