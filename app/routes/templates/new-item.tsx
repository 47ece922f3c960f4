import { useLoaderData } from "@remix-run/react";
import { addTemplateItem } from "#app/domain/sessions/templates/change-template-items.server.ts";
import { openTemplate } from "#app/domain/sessions/templates/change-templates.server.ts";
import { templateItemForm } from "#app/domain/sessions/templates/template-input.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
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
import { TemplateItemPage } from "#app/ui/templates/TemplateItemPage.tsx";
import { termChoices } from "#app/views/vocabulary/term-words.ts";

export const meta = titleMeta;

const load = formPage(async ({ db, actor, groupId, text, locale }, args) => {
  const found = await openTemplate(db, actor, { templateId: param(args, "templateId"), groupId });
  const { itemKind } = await findVocabulary(db);
  return {
    title: text("agenda.add"),
    template: { id: found.id, name: label(found.names, locale) },
    kinds: termChoices(itemKind, locale),
    itemId: null,
    stored: { kind: "discussion", minutes: "15", visibility: "shared" },
  };
});

export const loader = openedOnce(load);

export const action = deed({
  input: templateItemForm,
  act: ({ actor, groupId, now }, input, store, args) =>
    addTemplateItem(store, actor, { ...input, groupId, templateId: param(args, "templateId") }, now),
  made: ({ id }, _visit, _input, args) => paths.templateItem(param(args, "templateId"), id),
  then: (_made, _visit, _input, args) => withFlash(paths.template(param(args, "templateId")), "agenda.added"),
});

export const clientAction = sendForm;

export default function NewTemplateItem() {
  return <TemplateItemPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
