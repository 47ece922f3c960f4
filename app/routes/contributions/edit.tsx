import { useActionData, useLoaderData } from "@remix-run/react";
import { contributionForm } from "#app/domain/knowledge/contribution-input.ts";
import { findEditForm } from "#app/domain/knowledge/find-form.server.ts";
import { recordContribution } from "#app/domain/knowledge/record-contribution.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { FullForm } from "#app/ui/contributions/form/FullForm.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ db, actor, locale, formats, text }, args) => {
  const form = await findEditForm(db, actor, param(args, "number"), { locale, collator: formats.collator });
  return { title: form.status === "draft" ? text("knowledge.fullTitle") : text("knowledge.editTitle"), form };
});

export const action = deed({
  input: contributionForm,
  act: (visit, form, store, args) =>
    // The record is the one of the address, whatever the form says.
    recordContribution(
      store,
      visit.actor,
      { ...form, number: param(args, "number"), groupId: visit.groupId },
      visit.now,
    ),
  then: ({ to, flash }) => withFlash(to, flash),
});

export default function EditContribution() {
  const { form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <FullForm key={form.number} form={form} answer={answer} />;
}
