import type { MailPreview } from "#app/domain/planning/preview-mails.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { usePlanBreadcrumbs } from "#app/ui/planning/use-plan-breadcrumbs.ts";
import type { PlannedRound } from "#app/views/planning/frame-view.server.ts";

export interface ReleaseMailsPageProps {
  title: string;
  round: PlannedRound;
  draft: { id: string; name: string };
  mails: MailPreview[];
}

/** The mails that one person would get by a release, word for word. */
export function ReleaseMailsPage({ title, round, draft, mails }: ReleaseMailsPageProps) {
  const t = useText();
  return (
    <>
      <Breadcrumbs {...usePlanBreadcrumbs(title, round)} />
      <PageHeader
        title={title}
        over={draft.name}
        standfirst={mails.length > 0 ? t("plan.mailsToStandfirst", { count: mails.length }) : undefined}
      />
      {mails.length > 0 ? null : <Empty title={t("plan.noMails")}>{t("plan.noMailsText")}</Empty>}
      {mails.map(({ subject, locale, text }, i) => (
        <Section key={text} id={`mail-${i + 1}`} title={t("plan.mailNumber", { n: i + 1, of: mails.length })}>
          <div lang={locale} className="prose">
            <p>
              <strong>{subject}</strong>
            </p>
            {text.split("\n\n").map((paragraph) => (
              <p key={paragraph} className="pre">
                {paragraph}
              </p>
            ))}
          </div>
        </Section>
      ))}
      <div className="actions">
        <LinkButton href={paths.planRelease(round.id, draft.id)}>{t("plan.toRelease")}</LinkButton>
      </div>
    </>
  );
}
