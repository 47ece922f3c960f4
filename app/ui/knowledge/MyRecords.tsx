import type { ContributionInList } from "#app/domain/knowledge/list-contributions.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkBtn } from "#app/ui/base/Btn.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { Head } from "#app/ui/base/Head.tsx";
import { Sect } from "#app/ui/base/Sect.tsx";
import { RecordRow } from "#app/ui/knowledge/RecordRow.tsx";

/** What the reader wrote in the group: drafts, what was submitted, what was withdrawn. */
export function MyRecords({ records, mayPost }: { records: readonly ContributionInList[]; mayPost: boolean }) {
  const t = useText();
  const drafts = records.filter(({ status }) => status === "draft");
  const withdrawn = records.filter(({ status }) => status === "withdrawn");
  const submitted = records.filter(({ status }) => status !== "draft" && status !== "withdrawn");
  const post = mayPost ? (
    <LinkBtn variant="primary" icon="plus" href={paths.newContribution()}>
      {t("knowledge.new")}
    </LinkBtn>
  ) : undefined;
  return (
    <>
      <Head title={t("knowledge.mine")} standfirst={t("knowledge.mineStandfirst")} actions={post} />
      {records.length === 0 ? <Empty title={t("knowledge.mineEmpty")}>{t("knowledge.mineEmptyText")}</Empty> : null}
      <RecordList id="drafts" title={t("knowledge.drafts")} note={t("knowledge.draftsNote")} records={drafts} />
      <RecordList id="submitted" title={t("knowledge.submitted")} records={submitted} />
      <RecordList id="withdrawn" title={t("knowledge.withdrawn")} records={withdrawn} />
    </>
  );
}

function RecordList(props: { id: string; title: string; note?: string; records: readonly ContributionInList[] }) {
  if (props.records.length === 0) return null;
  return (
    <Sect id={props.id} title={props.title} note={props.note}>
      <ul className="rows">
        {props.records.map((record) => (
          <RecordRow
            key={record.number}
            record={record}
            href={record.status === "draft" ? paths.contributionEdit(record.number) : paths.contribution(record.number)}
          />
        ))}
      </ul>
    </Sect>
  );
}
