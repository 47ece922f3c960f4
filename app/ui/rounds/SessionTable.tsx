import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/base/Badge.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import type { SessionOfRound } from "#app/views/rounds/round-view.server.ts";
import type { SessionInList } from "#app/views/sessions/session-in-list.server.ts";

export interface SessionTableProps {
  caption: string;
  sessions: readonly SessionOfRound[];
  /** Ids of those at which somebody cannot. */
  clashing: readonly string[];
}

/** The sessions of a round, earliest first, on the clock of the round and, where it differs, of the viewer. */
export function SessionTable({ caption, sessions, clashing }: SessionTableProps) {
  const t = useText();
  const missing = {
    key: "answers",
    head: t("answers.all"),
    foldLabel: t("answers.all"),
    cell: ({ id, unanswered, over, cancelled }: SessionOfRound) => {
      if (unanswered > 0) {
        return <a href={`${paths.session(id)}#answers`}>{t("answers.missing", { count: unanswered })}</a>;
      }
      return over || cancelled ? null : <span className="soft">{t("answers.noneMissing")}</span>;
    },
  };
  const own = {
    key: "own",
    head: t("answers.yours"),
    foldLabel: t("answers.yours"),
    cell: ({ id, ownAnswer, over }: SessionOfRound) =>
      ownAnswer === undefined ? null : over ? (
        ownAnswer && t(`answers.choice.${ownAnswer}`)
      ) : (
        <a href={paths.sessionAnswer(id)}>{t(ownAnswer ? `answers.choice.${ownAnswer}` : "answers.none")}</a>
      ),
  };
  const isOwn = sessions.some(({ ownAnswer }) => ownAnswer !== undefined);
  const isAsked = sessions.some(({ unanswered }) => unanswered > 0);
  return (
    <Table
      caption={caption}
      captionHidden
      fold
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        { key: "time", head: t("sessions.when"), cell: (session) => <When session={session} /> },
        {
          key: "session",
          head: t("rounds.session"),
          rowHead: true,
          cell: ({ id, beneficiary, cancelled, lacksLink }) => (
            <>
              <a href={paths.session(id)}>{beneficiary ?? t("sessions.plenary")}</a>{" "}
              {cancelled ? (
                <Badge icon="stop" tone="bad">
                  {t("sessions.cancelled")}
                </Badge>
              ) : null}
              {lacksLink ? (
                <Badge icon="warn" tone="warn">
                  <a href={paths.sessionEdit(id)}>{t("home.noJoinLink")}</a>
                </Badge>
              ) : null}
              {clashing.includes(id) ? (
                <Badge icon="stop" tone="bad">
                  <a href={paths.keptTime(id)}>{t("availability.somebodyCannot")}</a>
                </Badge>
              ) : null}
            </>
          ),
        },
        {
          key: "consultants",
          head: t("sessions.consultants"),
          foldLabel: t("sessions.consultants"),
          cell: ({ consultants, interpreter }) => (
            <span className="person">
              {consultants.join(", ")}
              {interpreter ? <small>{t("sessions.withInterpreter", { name: interpreter })}</small> : null}
            </span>
          ),
        },
        {
          key: "language",
          head: t("sessions.language"),
          foldLabel: t("sessions.language"),
          cell: ({ language }) => language,
        },
        {
          key: "minutes",
          head: t("sessions.length"),
          foldLabel: t("sessions.length"),
          kind: "figures",
          className: "nowrap",
          cell: ({ minutes }) => t("sessions.minutesShort", { n: minutes }),
        },
        ...(isOwn ? [own] : []),
        ...(isAsked ? [missing] : []),
      ]}
    />
  );
}

function When({ session }: { session: SessionInList }) {
  const t = useText();
  const { startsAt, date, time, yours } = session;
  return (
    <span className="person">
      <time dateTime={startsAt}>{date}</time>, <span className="nowrap">{time}</span>
      {yours ? <small>{t("sessions.yours", { time: yours.time, zone: yours.zone })}</small> : null}
    </span>
  );
}
