import { isSubmitted } from "#app/domain/access/contribution-status.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { ContributionRow } from "#app/ui/contributions/page/ContributionRow.tsx";
import { ofGroup } from "#app/ui/shell/of-group.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";
import type { ContributionInList } from "#app/views/contributions/contribution-in-list.ts";

/** What the viewer wrote in the group: drafts, what was submitted, what was withdrawn. */
export function MyContributionsPage({
  records,
  mayPost,
}: {
  records: readonly ContributionInList[];
  mayPost: boolean;
}) {
  const t = useText();
  const shell = useShell();
  const drafts = records.filter(({ status }) => status === "draft");
  const withdrawn = records.filter(({ status }) => status === "withdrawn");
  const submitted = records.filter(({ status }) => isSubmitted(status));
  const post = mayPost ? (
    <LinkButton variant="primary" icon="plus" href={ofGroup(shell, paths.newContribution())}>
      {t("knowledge.new")}
    </LinkButton>
  ) : undefined;
  return (
    <>
      <PageHeader title={t("knowledge.mine")} standfirst={t("knowledge.mineStandfirst")} actions={post} />
      {records.length > 0 ? null : mayPost ? (
        <Empty title={t("knowledge.mineEmpty")}>{t("knowledge.mineEmptyText")}</Empty>
      ) : (
        <Empty
          title={t("knowledge.mineEmpty")}
          action={<LinkButton href={ofGroup(shell, paths.search())}>{t("search.title")}</LinkButton>}
        >
          {t("knowledge.mineEmptyObserver")}
        </Empty>
      )}
      <ContributionList id="drafts" title={t("knowledge.drafts")} note={t("knowledge.draftsNote")} records={drafts} />
      <ContributionList id="submitted" title={t("knowledge.submitted")} records={submitted} />
      <ContributionList id="withdrawn" title={t("knowledge.withdrawn")} records={withdrawn} />
    </>
  );
}

function ContributionList(props: { id: string; title: string; note?: string; records: readonly ContributionInList[] }) {
  if (props.records.length === 0) return null;
  return (
    <Section id={props.id} title={props.title} note={props.note}>
      <ul className="rows">
        {props.records.map((record) => (
          <ContributionRow
            key={record.number}
            record={record}
            href={record.status === "draft" ? paths.contributionEdit(record.number) : paths.contribution(record.number)}
          />
        ))}
      </ul>
    </Section>
  );
}
