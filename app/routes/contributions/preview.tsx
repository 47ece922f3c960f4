import { useActionData } from "@remix-run/react";
import { contributionForm } from "#app/domain/knowledge/contribution-input.ts";
import { readVocabulary } from "#app/domain/search/query/search-vocabulary.server.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import { carryAlong } from "#app/http/choose-while-typing.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { page } from "#app/http/page.server.ts";
import { PreviewPage } from "#app/ui/contributions/form/PreviewPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { previewView } from "#app/views/contributions/preview-view.ts";

export const meta = titleMeta;

export const loader = page(async (visit) => ({ title: visit.text("knowledge.previewTitle") }));

/** Shows what was typed and keeps it, so that the form is as it was when one comes back. Nothing is saved by it. */
export const action = deed({
  input: contributionForm,
  isUnsent: true,
  act: async (visit, form, _store, _args, sent) => {
    const back = await carryAlong(visit, sent);
    const vocabulary = await readVocabulary(visit.db, visit.locale);
    return previewView(form, back, { vocabulary, terms: await findVocabulary(visit.db) }, visit);
  },
  then: (preview) => ({ preview }),
});

export const clientAction = sendForm;

export default function Preview() {
  return <PreviewPage answer={useActionData<typeof action>()} />;
}
