import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Table } from "#app/ui/base/Table.tsx";
import { Words } from "#app/ui/base/Words.tsx";
import type { SessionInList } from "#app/views/sessions/session-in-list.server.ts";

/** The sessions after the next one. */
export function OtherSessions(props: { sessions: readonly SessionInList[]; groupId: string | null }) {
  const { sessions, groupId } = props;
  const t = useText();
  return (
    <Table
      caption={t("home.others")}
      captionHidden
      fold
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "when",
          head: t("sessions.when"),
          cell: ({ startsAt, date, time, zone, yours }) => (
            <span className="person">
              <time dateTime={startsAt}>{date}</time>, <span className="nowrap">{time}</span>
              <small>
                {zone}
                {yours ? `; ${t("sessions.yours", { time: yours.time, zone: yours.zone })}` : null}
              </small>
            </span>
          ),
        },
        {
          key: "session",
          head: t("rounds.session"),
          rowHead: true,
          cell: ({ id, title, groupId: group, group: name }) => (
            <span className="person">
              <a href={paths.session(id)}>{title}</a>
              {group === groupId ? null : (
                <small>
                  <Words {...name} />
                </small>
              )}
            </span>
          ),
        },
        {
          key: "language",
          head: t("sessions.language"),
          foldLabel: t("sessions.language"),
          cell: ({ language }) => language,
        },
      ]}
    />
  );
}
