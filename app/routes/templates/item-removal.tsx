import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { removeTemplateItem } from "#app/domain/sessions/templates/change-template-items.server.ts";
import { openTemplate } from "#app/domain/sessions/templates/change-templates.server.ts";
import { templateItem } from "#app/domain/sessions/templates/find-template.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { label } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ db, actor, groupId, text, locale }, args) => {
  const found = await openTemplate(db, actor, { templateId: param(args, "templateId"), groupId });
  const { titles } = templateItem(found, param(args, "itemId"));
  return {
    title: text("templates.removeItemTitle", { item: label(titles, locale) }),
    what: text("templates.removeItemText"),
    submit: text("agenda.remove"),
    back: paths.template(found.id),
  };
});

export const action = deed({
  input: confirmation,
  act: ({ actor, groupId, now }, _input, store, args) => {
    const [templateId, itemId] = [param(args, "templateId"), param(args, "itemId")];
    return removeTemplateItem(store, actor, { groupId, templateId, itemId }, now);
  },
  then: ({ id }) => withFlash(paths.template(id), "templates.itemRemoved"),
});

export const clientAction = sendForm;

export default function TemplateItemRemoval() {
  return <ConfirmPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
