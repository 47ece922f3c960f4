import { useLoaderData } from "@remix-run/react";
import { editTemplateItem } from "#app/domain/sessions/templates/change-template-items.server.ts";
import { openTemplate } from "#app/domain/sessions/templates/change-templates.server.ts";
import { templateItem } from "#app/domain/sessions/templates/find-template.server.ts";
import { templateItemChangeForm } from "#app/domain/sessions/templates/template-input.ts";
import { templateItemValues } from "#app/domain/sessions/templates/template-values.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { label } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { TemplateItemPage } from "#app/ui/templates/TemplateItemPage.tsx";
import { termChoices } from "#app/views/vocabulary/term-words.ts";

export const meta = titleMeta;

export const loader = formPage(async ({ db, actor, groupId, text, locale }, args) => {
  const found = await openTemplate(db, actor, { templateId: param(args, "templateId"), groupId });
  const item = templateItem(found, param(args, "itemId"));
  const { itemKind } = await findVocabulary(db);
  return {
    title: text("agenda.edit"),
    template: { id: found.id, name: label(found.names, locale) },
    kinds: termChoices(itemKind, locale, [item.kind]),
    itemId: item.id,
    stored: templateItemValues(item),
  };
});

export const action = deed({
  input: templateItemChangeForm,
  act: ({ actor, groupId, now }, input, store, args) => {
    const [templateId, itemId] = [param(args, "templateId"), param(args, "itemId")];
    return editTemplateItem(store, actor, { ...input, groupId, templateId, itemId }, now);
  },
  then: (_saved, _visit, _input, args) => withFlash(paths.template(param(args, "templateId")), "agenda.saved"),
});

export const clientAction = sendForm;

export default function TemplateItem() {
  return <TemplateItemPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
