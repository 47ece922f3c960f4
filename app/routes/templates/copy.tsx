import { useLoaderData } from "@remix-run/react";
import { copyTemplateTo } from "#app/domain/sessions/templates/change-templates.server.ts";
import { findTemplate } from "#app/domain/sessions/templates/find-template.server.ts";
import { newTemplateForm } from "#app/domain/sessions/templates/template-input.ts";
import { templateValues } from "#app/domain/sessions/templates/template-values.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { param } from "#app/http/param.ts";
import { label } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { TemplateNamePage } from "#app/ui/templates/TemplateNamePage.tsx";

export const meta = titleMeta;

const load = formPage(async ({ db, actor, groupId, text, locale }, args) => {
  const found = await findTemplate(db, actor, { templateId: param(args, "templateId"), groupId });
  const name = label(found.names, locale);
  const { revision: _, ...stored } = templateValues(found);
  return {
    title: text("templates.copyTitle", { name }),
    standfirst: text("templates.copyStandfirst"),
    template: { id: found.id, name },
    stored,
    submit: text("templates.copyMake"),
  };
});

export const loader = openedOnce(load);

export const action = deed({
  input: newTemplateForm,
  act: ({ actor, groupId, now }, { names }, store, args) =>
    copyTemplateTo(store, actor, { groupId: groupId ?? "", templateId: param(args, "templateId"), names }, now),
  made: ({ id }) => paths.template(id),
  then: ({ id }) => withFlash(paths.template(id), "templates.copied"),
});

export const clientAction = sendForm;

export default function TemplateCopy() {
  return <TemplateNamePage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
