import { useActionData, useLoaderData } from "@remix-run/react";
import { kinds } from "#app/domain/codes.ts";
import { contributionForm } from "#app/domain/knowledge/contribution-input.ts";
import { findNewForm } from "#app/domain/knowledge/find-form.server.ts";
import { recordContribution } from "#app/domain/knowledge/record-contribution.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { FullForm } from "#app/ui/contributions/form/FullForm.tsx";
import { SnapshotForm } from "#app/ui/contributions/form/SnapshotForm.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async (visit, { request }) => {
  const asked = new URL(request.url).searchParams;
  const from = {
    groupId: visit.groupId,
    sessionId: asked.get("session"),
    itemId: asked.get("item"),
    kind: kinds.find((kind) => kind === asked.get("kind")) ?? null,
  };
  const reader = { locale: visit.locale, collator: visit.formats.collator };
  return {
    title: visit.text("knowledge.newTitle"),
    isFull: asked.get("depth") === "full",
    form: await findNewForm(visit.db, visit.actor, from, reader),
  };
});

export const action = deed({
  input: contributionForm,
  act: (visit, form, store) => recordContribution(store, visit.actor, { ...form, groupId: visit.groupId }, visit.now),
  then: ({ to, flash }) => withFlash(to, flash),
});

export default function NewContribution() {
  const { form, isFull } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return isFull ? <FullForm form={form} answer={answer} /> : <SnapshotForm form={form} answer={answer} />;
}
