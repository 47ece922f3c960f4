import { useLoaderData } from "@remix-run/react";
import { findEditForm } from "#app/domain/knowledge/edit-form.server.ts";
import { contributionDeed } from "#app/http/contribution-deed.server.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { FullForm } from "#app/ui/contributions/form/FullForm.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { editFormView } from "#app/views/contributions/form-view.ts";

export const meta = titleMeta;

export const loader = formPage(async ({ db, actor, locale, formats, text }, args) => {
  const version = new URL(args.request.url).searchParams.get("version") ?? "";
  const position = /^\d{1,6}$/.test(version) ? Number(version) : null;
  const form = editFormView(await findEditForm(db, actor, param(args, "number"), position), { locale, formats });
  return { title: form.status === "draft" ? text("knowledge.fullTitle") : text("knowledge.editTitle"), form };
});

// The contribution is the one of the address, whatever the form says.
export const action = contributionDeed((_form, args) => param(args, "number"));

export const clientAction = sendForm;

export default function EditContribution() {
  const { form } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return <FullForm key={form.number} form={form} answer={answer} />;
}
