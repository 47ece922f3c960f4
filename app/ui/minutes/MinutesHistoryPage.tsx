import { useText } from "#app/i18n/TextContext.tsx";
import { Badge } from "#app/ui/base/Badge.tsx";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Prose } from "#app/ui/base/Prose.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { useRecordBreadcrumbs } from "#app/ui/minutes/use-record-breadcrumbs.ts";
import type { RecordSession } from "#app/views/minutes/attendance-view.server.ts";

export interface MinutesHistoryPageProps {
  title: string;
  session: RecordSession;
  lang: string;
  /** Where older ones are read; null where there are none. */
  older: string | null;
  revisions: { revision: number; bodyHtml: string; written: string; isCorrection: boolean; reason: string }[];
}

/** What the minutes of an item ever said, newest first, so many at a time. */
export function MinutesHistoryPage({ title, session, lang, older, revisions }: MinutesHistoryPageProps) {
  const t = useText();
  return (
    <>
      <Breadcrumbs {...useRecordBreadcrumbs(t("minutes.history"), session, true)} />
      <PageHeader title={title} standfirst={session.title} />
      {revisions.map(({ revision, bodyHtml, written, isCorrection, reason }) => (
        <Section
          key={revision}
          id={`text-${revision}`}
          title={t("minutes.revision", { number: revision })}
          note={written}
        >
          {isCorrection ? (
            <p>
              <Badge icon="pencil">{t("minutes.isCorrection")}</Badge> {reason}
            </p>
          ) : null}
          {bodyHtml ? <Prose html={bodyHtml} lang={lang} /> : <p className="soft">{t("minutes.nothing")}</p>}
        </Section>
      ))}
      {older ? (
        <p className="no-print">
          <a href={older}>{t("minutes.olderTexts")}</a>
        </p>
      ) : null}
    </>
  );
}
