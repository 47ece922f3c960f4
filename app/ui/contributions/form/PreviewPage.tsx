import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Kind } from "#app/ui/base/Kind.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { PreviewFacts } from "#app/ui/contributions/form/PreviewFacts.tsx";
import { ReadingText } from "#app/ui/contributions/page/ReadingText.tsx";
import { UnsavedTexts } from "#app/ui/forms/UnsavedTexts.tsx";
import type { PreviewView } from "#app/views/contributions/preview-view.ts";

/** What is being typed, as readers would see it, with the way back to the form. */
export function PreviewPage({ answer }: { answer?: { preview: PreviewView } | FormAnswer }) {
  const t = useText();
  if (answer && "preview" in answer) return <Preview {...answer.preview} />;
  return (
    <>
      <PageHeader title={t("knowledge.previewTitle")} />
      {answer ? (
        // Shown from no page of ours: the form is not known.
        <UnsavedTexts unsaved={{ path: paths.newContribution(), fields: fieldsIn(answer) }} isGone />
      ) : (
        <Empty title={t("knowledge.previewNothing")}>
          <a href={paths.newContribution()}>{t("knowledge.newTitle")}</a>
        </Empty>
      )}
    </>
  );
}

function Preview(preview: PreviewView) {
  const { kind, name, summary, lang, bodyHtml, sections, faults, back } = preview;
  const t = useText();
  const toForm = (
    <p className="cluster mb-4">
      <LinkButton variant="primary" href={back}>
        {t("knowledge.previewBack")}
      </LinkButton>
    </p>
  );
  return (
    <>
      <PageHeader
        over={
          <FactLine className="over">
            <Kind kind={kind}>{t(`codes.kind.${kind}`)}</Kind>
            {t("knowledge.previewTitle")}
          </FactLine>
        }
        title={name || t("knowledge.previewUntitled")}
        standfirst={summary}
        lang={name ? lang : undefined}
      />
      <Notice title={t("knowledge.previewText")} className="mb-4" />
      {faults.map((fault) => (
        <Notice key={fault} tone="warn" title={fault} className="mb-4" />
      ))}
      {toForm}
      <div className="two two--aside">
        <div>
          <ReadingText lang={lang} bodyHtml={bodyHtml} sections={sections} />
        </div>
        <aside className="stack" aria-label={t("knowledge.about")}>
          <PreviewFacts preview={preview} />
        </aside>
      </div>
      {toForm}
    </>
  );
}

function fieldsIn({ values }: FormAnswer): [string, string][] {
  return Object.entries(values).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));
}
