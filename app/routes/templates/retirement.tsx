import { useActionData, useLoaderData } from "@remix-run/react";
import { openTemplate, retireTemplate } from "#app/domain/sessions/templates/change-templates.server.ts";
import { retirementForm } from "#app/domain/sessions/templates/template-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { label } from "#app/i18n/labels.ts";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ db, actor, groupId, text, locale }, args) => {
  const found = await openTemplate(db, actor, { templateId: param(args, "templateId"), groupId });
  const fate = found.retiredAt ? "restore" : "retire";
  return {
    fate,
    title: textOf(text, `templates.fateTitle.${fate}`, { name: label(found.names, locale) }),
    what: textOf(text, `templates.fateText.${fate}`),
    submit: textOf(text, `templates.fate.${fate}`),
    back: paths.template(found.id),
  };
});

export const action = deed({
  input: retirementForm,
  act: ({ actor, groupId, now }, { fate }, store, args) =>
    retireTemplate(store, actor, { fate, groupId, templateId: param(args, "templateId") }, now),
  then: ({ id }, _visit, { fate }) =>
    withFlash(paths.template(id), fate === "retire" ? "templates.retired" : "templates.restored"),
});

export const clientAction = sendForm;

export default function TemplateRetirement() {
  const { fate, ...ask } = useLoaderData<typeof loader>();
  return (
    <ConfirmPage {...ask} answer={useActionData<typeof action>()} names={{}}>
      <input type="hidden" name="fate" value={fate} />
    </ConfirmPage>
  );
}
