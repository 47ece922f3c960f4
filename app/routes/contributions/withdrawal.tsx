import { useLoaderData } from "@remix-run/react";
import { Forbidden } from "#app/domain/errors.ts";
import { findContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import { withdrawalForm } from "#app/domain/knowledge/sharing-input.ts";
import { withdrawContribution } from "#app/domain/knowledge/withdraw-contribution.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { WithdrawalPage } from "#app/ui/contributions/page/WithdrawalPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { contributionView } from "#app/views/contributions/contribution-view.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const record = contributionView(await findContribution(visit.db, visit.actor, param(args, "number")), visit);
  if (!record.may.withdraw) throw new Forbidden("contribution.withdraw");
  const { number, status } = record;
  return {
    title: visit.text(status === "draft" ? "knowledge.discardTitle" : "knowledge.withdrawTitle", { number }),
    record,
  };
});

export const action = deed({
  input: withdrawalForm,
  act: (visit, input, store, args) =>
    withdrawContribution(store, visit.actor, { ...input, number: param(args, "number") }, visit.now),
  then: ({ number, discarded }) =>
    discarded
      ? withFlash(paths.myContributions(), "knowledge.discarded")
      : withFlash(paths.contribution(number), "knowledge.withdrawn"),
});

export const clientAction = sendForm;

export default function Withdrawal() {
  const { record } = useLoaderData<typeof loader>();
  return <WithdrawalPage record={record} answer={useFormAnswer()} />;
}
