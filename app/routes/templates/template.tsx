import { useActionData, useLoaderData } from "@remix-run/react";
import { moveTemplateItem } from "#app/domain/sessions/templates/change-template-items.server.ts";
import { findTemplate } from "#app/domain/sessions/templates/find-template.server.ts";
import { templateMoveForm } from "#app/domain/sessions/templates/template-input.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { movedTo } from "#app/ui/sessions/moved-item.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { TemplatePage } from "#app/ui/templates/TemplatePage.tsx";
import { templateView } from "#app/views/templates/template-view.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { db, actor, groupId } = visit;
  const found = await findTemplate(db, actor, { templateId: param(args, "templateId"), groupId });
  const template = templateView(found, await findVocabulary(db), visit);
  return { title: template.name, template };
});

export const action = deed({
  input: templateMoveForm,
  act: ({ actor, groupId, now }, input, store, args) =>
    moveTemplateItem(store, actor, { ...input, groupId, templateId: param(args, "templateId") }, now),
  then: ({ id }, _visit, { direction, itemId }) => `${paths.template(id)}#${movedTo(direction, itemId)}`,
});

export const clientAction = sendForm;

export default function Template() {
  const { template } = useLoaderData<typeof loader>();
  return <TemplatePage template={template} answer={useActionData<typeof action>()} />;
}
