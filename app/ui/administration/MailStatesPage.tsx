import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { MailHealth } from "#app/ui/administration/MailHealth.tsx";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { NumberedPages } from "#app/ui/base/NumberedPages.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import type { MailHealthView } from "#app/views/outbox/mail-health-view.ts";
import type { MailStateInList } from "#app/views/outbox/mail-view.ts";

export interface MailStatesPageProps {
  health: MailHealthView;
  answer?: FormAnswer;
  title: string;
  page: number;
  pages: number;
  where: string;
  rows: MailStateInList[];
}

/** Whether mails leave the installation. What they say is for their recipients and the organisers. */
export function MailStatesPage({ title, health, answer, page, pages, where, rows }: MailStatesPageProps) {
  const t = useText();
  const at = (number: number) => `${paths.adminMail()}?page=${number}`;
  return (
    <>
      <Breadcrumbs
        label={t("admin.where")}
        items={[{ text: t("admin.title"), href: paths.administration() }, { text: title }]}
      />
      <PageHeader title={title} standfirst={t("admin.mailText")} />
      <MailHealth health={health} answer={answer} />
      {rows.length === 0 ? (
        <Empty title={t("admin.noMail")}>{t("admin.noMailText")}</Empty>
      ) : (
        <div className="stack">
          <Table
            caption={title}
            captionHidden
            fold
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { key: "to", head: t("admin.recipient"), rowHead: true, cell: ({ address }) => address },
              { key: "state", head: t("admin.state"), foldLabel: t("admin.state"), cell: ({ state }) => state },
              { key: "created", head: t("admin.queued"), foldLabel: t("admin.queued"), cell: ({ created }) => created },
              { key: "sent", head: t("admin.sent"), foldLabel: t("admin.sent"), cell: ({ sent }) => sent ?? "–" },
              {
                key: "attempts",
                head: t("admin.attempts"),
                foldLabel: t("admin.attempts"),
                kind: "figures",
                cell: ({ attempts }) => attempts,
              },
            ]}
          />
          <NumberedPages label={t("admin.mailPages")} where={where} page={page} pages={pages} at={at} />
        </div>
      )}
    </>
  );
}
