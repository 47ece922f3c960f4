import { useLoaderData } from "@remix-run/react";
import { openTemplate, renameTemplate } from "#app/domain/sessions/templates/change-templates.server.ts";
import { templateChangeForm } from "#app/domain/sessions/templates/template-input.ts";
import { templateValues } from "#app/domain/sessions/templates/template-values.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { label } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { TemplateNamePage } from "#app/ui/templates/TemplateNamePage.tsx";

export const meta = titleMeta;

export const loader = formPage(async ({ db, actor, groupId, text, locale }, args) => {
  const found = await openTemplate(db, actor, { templateId: param(args, "templateId"), groupId });
  const template = { id: found.id, name: label(found.names, locale) };
  return { title: text("templates.rename"), template, stored: templateValues(found), submit: text("common.save") };
});

export const action = deed({
  input: templateChangeForm,
  act: ({ actor, groupId, now }, input, store, args) =>
    renameTemplate(store, actor, { ...input, groupId, templateId: param(args, "templateId") }, now),
  then: ({ id }) => withFlash(paths.template(id), "templates.saved"),
});

export const clientAction = sendForm;

export default function EditTemplate() {
  return <TemplateNamePage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
