import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { kinds } from "#app/domain/codes.ts";
import { newId } from "#app/domain/identity.server.ts";
import { findBegunDraft, findNewForm } from "#app/domain/knowledge/new-form.server.ts";
import { contributionDeed } from "#app/http/contribution-deed.server.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { openedOnce, openingOf } from "#app/http/opening.server.ts";
import { paths } from "#app/paths.ts";
import { FullForm } from "#app/ui/contributions/form/FullForm.tsx";
import { SnapshotForm } from "#app/ui/contributions/form/SnapshotForm.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { newFormView } from "#app/views/contributions/form-view.ts";

export const meta = titleMeta;

const load = formPage(async (visit, { request }) => {
  const url = new URL(request.url);
  const asked = url.searchParams;
  const draftId = (await openingOf(visit, url)) ?? newId();
  const begun = await findBegunDraft(visit.db, visit.actor, draftId);
  if (begun) throw redirect(paths.contributionEdit(begun.number));
  const from = {
    groupId: visit.groupId,
    sessionId: asked.get("session"),
    itemId: asked.get("item"),
    kind: kinds.find((kind) => kind === asked.get("kind")) ?? null,
  };
  return {
    title: visit.text("knowledge.newTitle"),
    isFull: asked.get("depth") === "full",
    form: newFormView(await findNewForm(visit.db, visit.actor, { ...from, draftId }), visit),
  };
});

export const loader = openedOnce(load);

export const action = contributionDeed(({ number }) => number);

export const clientAction = sendForm;

export default function NewContribution() {
  const { form, isFull } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return isFull ? <FullForm form={form} answer={answer} /> : <SnapshotForm form={form} answer={answer} />;
}
