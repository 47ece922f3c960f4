import { useLoaderData } from "@remix-run/react";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { makeTemplate } from "#app/domain/sessions/templates/change-templates.server.ts";
import { newTemplateForm } from "#app/domain/sessions/templates/template-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { TemplateNamePage } from "#app/ui/templates/TemplateNamePage.tsx";

export const meta = titleMeta;

const load = formPage(async ({ actor, groupId, text }) => {
  if (!groupId) throw new NotFound("working group");
  authorise(actor, "template.edit", { groupId });
  return { title: text("templates.new"), template: null, stored: {}, submit: text("templates.make") };
});

export const loader = openedOnce(load);

export const action = deed({
  input: newTemplateForm,
  act: ({ actor, groupId, now }, { names }, store) =>
    makeTemplate(store, actor, { groupId: groupId ?? "", names }, now),
  made: ({ id }) => paths.template(id),
  then: ({ id }) => withFlash(paths.template(id), "templates.made"),
});

export const clientAction = sendForm;

export default function NewTemplate() {
  return <TemplateNamePage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
