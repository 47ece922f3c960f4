import { useLoaderData } from "@remix-run/react";
import { addLanguageVersion } from "#app/domain/knowledge/add-language-version.server.ts";
import { translationForm } from "#app/domain/knowledge/contribution-input.ts";
import { findTranslationForm } from "#app/domain/knowledge/find-translation-form.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { isLanguageCode } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { TranslationPage } from "#app/ui/contributions/form/TranslationPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { translationFormView } from "#app/views/contributions/translation-view.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const language = new URL(args.request.url).searchParams.get("language");
  const wanted = isLanguageCode(language) ? language : visit.locale;
  const found = await findTranslationForm(visit.db, visit.actor, param(args, "number"), wanted);
  const form = translationFormView(found, visit);
  return { title: visit.text("knowledge.translationOf", { number: form.original.number }), form };
});

export const action = deed({
  input: translationForm,
  act: (visit, input, store, args, { base }) =>
    addLanguageVersion(store, visit.actor, { ...input, base, number: param(args, "number") }, visit.now),
  then: ({ number, language }) => withFlash(paths.contribution(number, language), "knowledge.translated"),
});

export const clientAction = sendForm;

export default function Translation() {
  const { form } = useLoaderData<typeof loader>();
  return <TranslationPage key={form.values.language} form={form} answer={useFormAnswer()} />;
}
