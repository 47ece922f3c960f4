import { useText } from "#app/i18n/TextContext.tsx";
import { Badge } from "#app/ui/base/Badge.tsx";
import { type Column, Table } from "#app/ui/base/Table.tsx";
import type { CopiedRow } from "#app/views/rounds/round-copy-view.server.ts";

/** What a copy of a round would hold: who meets whom, when it was and when it would be. */
export function CopiedTable({ rows }: { rows: readonly CopiedRow[] }) {
  const t = useText();
  const columns: Column<CopiedRow>[] = [
    {
      key: "name",
      head: t("plan.with"),
      rowHead: true,
      cell: ({ name, minutes }) => (
        <span className="person">
          {name}
          <small>{t("sessions.minutesShort", { n: minutes })}</small>
        </span>
      ),
    },
    { key: "when", head: t("sessions.when"), foldLabel: t("sessions.when"), cell: ({ time }) => <When time={time} /> },
    {
      key: "team",
      head: t("sessions.consultants"),
      foldLabel: t("sessions.consultants"),
      cell: ({ consultants, interpreter }) => (
        <span className="person">
          {consultants.length > 0 ? consultants.join(", ") : t("plan.nobodyYet")}
          {interpreter ? <small>{t("sessions.withInterpreter", { name: interpreter })}</small> : null}
        </span>
      ),
    },
    {
      key: "delegates",
      head: t("sessions.members"),
      foldLabel: t("sessions.members"),
      cell: ({ delegates }) =>
        delegates === null ? t("rounds.copyAllDelegates") : t("plan.delegateCount", { count: delegates }),
    },
  ];
  return (
    <Table caption={t("rounds.copyPreview")} captionHidden fold rows={rows} rowKey={({ id }) => id} columns={columns} />
  );
}

function When({ time }: Pick<CopiedRow, "time">) {
  const t = useText();
  if (!time) return <span className="soft">{t("plan.noTime")}</span>;
  const { was, becomes, trouble } = time;
  return (
    <span className="person">
      {becomes}
      <small>{t("rounds.copyWas", { time: was })}</small>
      {trouble === "skipped" ? (
        <Badge icon="stop" tone="bad">
          {t("rounds.copyTimeSkipped")}
        </Badge>
      ) : null}
      {trouble === "twice" ? (
        <Badge icon="warn" tone="warn">
          {t("rounds.copyTimeTwice")}
        </Badge>
      ) : null}
    </span>
  );
}
