import { useLoaderData } from "@remix-run/react";
import { Forbidden } from "#app/domain/errors.ts";
import { findContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import { reviewContribution } from "#app/domain/knowledge/review-contribution.server.ts";
import { reviewForm } from "#app/domain/knowledge/review-input.ts";
import type { Decision } from "#app/domain/knowledge/review-rules.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { ReviewPage } from "#app/ui/contributions/review/ReviewPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { contributionView } from "#app/views/contributions/contribution-view.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const record = contributionView(await findContribution(visit.db, visit.actor, param(args, "number")), visit);
  if (!record.review) throw new Forbidden("contribution.check");
  return {
    title: visit.text("knowledge.reviewTitle", { number: record.number }),
    record,
    wanted: new URL(args.request.url).searchParams.get("decision"),
  };
});

export const action = deed({
  input: reviewForm,
  act: (visit, input, store, args) =>
    reviewContribution(store, visit.actor, { ...input, number: param(args, "number") }, visit.now),
  then: ({ number, decision }) => withFlash(paths.contribution(number), flash[decision]),
});

const flash = {
  checked: "knowledge.checked",
  validated: "knowledge.validated",
  returned: "knowledge.returned",
  archived: "knowledge.archived",
} as const satisfies Record<Decision, string>;

export const clientAction = sendForm;

export default function Review() {
  return <ReviewPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
