import { useActionData, useLoaderData } from "@remix-run/react";
import { Forbidden } from "#app/domain/errors.ts";
import { findContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import { secondForm } from "#app/domain/knowledge/second-input.ts";
import { secondVersion } from "#app/domain/knowledge/second-version.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { SecondReadingPage } from "#app/ui/contributions/review/SecondReadingPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { contributionView } from "#app/views/contributions/contribution-view.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const language = new URL(args.request.url).searchParams.get("language");
  const found = await findContribution(visit.db, visit.actor, param(args, "number"));
  if (!found.decisions) throw new Forbidden("contribution.second");
  const record = contributionView(found, visit, language);
  return { title: visit.text("knowledge.secondTitle", { number: record.number }), record };
});

export const action = deed({
  input: secondForm,
  act: (visit, input, store, args) =>
    secondVersion(store, visit.actor, { ...input, number: param(args, "number") }, visit.now),
  then: ({ number, language }) => withFlash(paths.contribution(number, language), "knowledge.seconded"),
});

export const clientAction = sendForm;

export default function SecondReading() {
  const { record } = useLoaderData<typeof loader>();
  return <SecondReadingPage record={record} answer={useActionData<typeof action>()} />;
}
