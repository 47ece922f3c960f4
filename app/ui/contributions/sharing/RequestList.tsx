import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Table } from "#app/ui/base/Table.tsx";
import { type RequestView, requestState } from "#app/views/contributions/sharing-view.ts";

/** Requests about a record, newest first. */
export function RequestList({ requests }: { requests: readonly RequestView[] }) {
  const t = useText();
  return (
    <Table
      caption={t("sharing.requests")}
      captionHidden
      fold
      rows={requests}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "level",
          head: t("sharing.wanted"),
          rowHead: true,
          cell: ({ id, toLevel }) => <a href={paths.sharingRequest(id)}>{t(`codes.sharing.${toLevel}`)}</a>,
        },
        {
          key: "asked",
          head: t("sharing.asked"),
          foldLabel: t("sharing.asked"),
          cell: ({ askedOn, askedBy }) => [askedOn, askedBy].filter(Boolean).join(", "),
        },
        {
          key: "decision",
          head: t("sharing.decision"),
          foldLabel: t("sharing.decision"),
          cell: (request) =>
            [t(`sharing.state.${requestState(request)}`), request.decidedOn, request.decidedBy]
              .filter(Boolean)
              .join(", "),
        },
        {
          key: "note",
          head: t("sharing.note"),
          foldLabel: t("sharing.note"),
          cell: ({ note, decisionNote }) => [note, decisionNote].filter(Boolean).join(" / "),
        },
      ]}
    />
  );
}
