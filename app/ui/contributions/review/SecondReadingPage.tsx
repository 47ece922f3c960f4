import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/base/Notice.tsx";
import { ReadingText } from "#app/ui/contributions/page/ReadingText.tsx";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import type { ContributionView } from "#app/views/contributions/contribution-view.ts";

/** A language version to read, for somebody who wrote none of it, before it is heard beyond the group. */
export function SecondReadingPage({ record, answer }: { record: ContributionView; answer?: FormAnswer }) {
  const t = useText();
  const { number, language, second } = record;
  const title = t("knowledge.secondTitle", { number });
  const changed = answer?.current ? t("knowledge.reviewChanged") : null;
  const why = changed ?? (second ? null : t("knowledge.secondNothing"));
  return (
    <ConfirmPage
      title={title}
      breadcrumbs={{
        label: t("knowledge.crumbs"),
        items: [{ text: number, href: paths.contribution(number) }, { text: title }],
      }}
      what={t("knowledge.secondText")}
      submit={t("knowledge.secondNow")}
      back={paths.contribution(number)}
      impossible={why ? { why, backText: t("knowledge.reviewAgain") } : null}
      answer={answer}
      names={{}}
    >
      {second ? (
        <>
          <input type="hidden" name="language" value={second.language} />
          <input type="hidden" name="revision" value={second.revision} />
        </>
      ) : null}
      {record.guardStated ? <Notice tone="warn" title={t("guard.reviewer")} /> : null}
      <h2 lang={language.tag}>{record.title}</h2>
      <p lang={language.tag}>{record.summary}</p>
      <ReadingText
        lang={language.tag}
        bodyHtml={record.bodyHtml}
        bodyIn={record.bodyIn}
        sections={record.sections}
        level={3}
      />
    </ConfirmPage>
  );
}
