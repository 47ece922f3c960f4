import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Empty } from "#app/ui/base/Empty.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { NumberedPages } from "#app/ui/base/NumberedPages.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import { ofGroup } from "#app/ui/shell/of-group.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";
import type { MailInList } from "#app/views/outbox/mail-view.ts";

/** Every mail of a group and what became of it. */
export function OutboxPage(props: { title: string; smtp: boolean; page: number; pages: number; mails: MailInList[] }) {
  const { title, smtp, page, pages, mails } = props;
  const t = useText();
  const shell = useShell();
  const at = (number: number) => ofGroup(shell, `${paths.outbox()}?page=${number}`);
  return (
    <>
      <PageHeader title={title} standfirst={t("outbox.standfirst")} />
      {smtp ? null : <Notice title={t("outbox.noSmtp")}>{t("outbox.noSmtpText")}</Notice>}
      {mails.length === 0 ? <Empty title={t("outbox.empty")}>{t("outbox.emptyText")}</Empty> : <Mails mails={mails} />}
      <NumberedPages
        label={t("outbox.pages")}
        where={t("outbox.page", { page, pages })}
        page={page}
        pages={pages}
        at={at}
      />
    </>
  );
}

function Mails({ mails }: { mails: MailInList[] }) {
  const t = useText();
  return (
    <Table
      caption={t("outbox.caption")}
      captionHidden
      fold
      rows={mails}
      rowKey={(mail) => mail.id}
      columns={[
        {
          key: "subject",
          head: t("outbox.subject"),
          rowHead: true,
          cell: (mail) => <a href={paths.outboxMail(mail.id)}>{mail.subject}</a>,
        },
        { key: "to", head: t("outbox.to"), foldLabel: t("outbox.to"), cell: (mail) => mail.to },
        {
          key: "state",
          head: t("outbox.state"),
          foldLabel: t("outbox.state"),
          cell: (mail) => mail.state,
        },
        { key: "created", head: t("outbox.created"), foldLabel: t("outbox.created"), cell: (mail) => mail.created },
      ]}
    />
  );
}
