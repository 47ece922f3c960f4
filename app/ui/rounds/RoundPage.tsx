import type { RoundView } from "#app/domain/timetable/find-rounds.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { LinkBtn } from "#app/ui/base/Btn.tsx";
import { Crumbs } from "#app/ui/base/Crumbs.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { Head } from "#app/ui/base/Head.tsx";
import { Meta } from "#app/ui/base/Meta.tsx";
import { Sect } from "#app/ui/base/Sect.tsx";
import { SessionTable } from "#app/ui/rounds/SessionTable.tsx";
import { Timetable } from "#app/ui/rounds/Timetable.tsx";
import { UncoveredList } from "#app/ui/rounds/UncoveredList.tsx";

/** A round: its facts, what is missing, and the timetable day by day. */
export function RoundPage({ round }: { round: RoundView }) {
  const t = useText();
  const sessions = round.days.flatMap((day) => day.sessions);
  return (
    <>
      <Crumbs
        label={t("sessions.crumbs")}
        items={[{ text: t("rounds.title"), href: paths.rounds() }, { text: round.title }]}
      />
      <Head
        title={round.title}
        meta={
          <Meta>
            {round.dates}
            {textOf(t, `codes.format.${round.format}`)}
            {round.place}
            {t("rounds.timesIn", { zone: round.zone })}
          </Meta>
        }
        actions={
          <>
            {round.may.schedule ? (
              <LinkBtn variant="primary" icon="plus" href={paths.newSession(round.id)}>
                {t("sessions.new")}
              </LinkBtn>
            ) : null}
            {round.may.plan ? (
              <LinkBtn icon="pencil" href={paths.roundEdit(round.id)}>
                {t("common.edit")}
              </LinkBtn>
            ) : null}
          </>
        }
      />
      {round.uncovered.length > 0 ? (
        <Sect
          id="uncovered"
          title={t("rounds.uncovered")}
          note={t("rounds.uncoveredNote", { count: round.uncovered.length })}
        >
          <UncoveredList roundId={round.id} uncovered={round.uncovered} schedule={round.may.schedule} />
        </Sect>
      ) : null}
      {sessions.length > 1 ? <Timetable round={round} /> : null}
      <Sect id="sessions" title={t("rounds.sessionList")} note={t("home.sessionCount", { count: sessions.length })}>
        {sessions.length > 0 ? (
          <SessionTable caption={t("rounds.sessionList")} sessions={sessions} />
        ) : (
          <NoSessions round={round} />
        )}
      </Sect>
    </>
  );
}

function NoSessions({ round }: { round: RoundView }) {
  const t = useText();
  if (!round.may.plan) return <Empty title={t("rounds.noneForYou")}>{t("rounds.noneForYouText")}</Empty>;
  return <Empty title={t("rounds.noSessions")}>{t("rounds.noSessionsText")}</Empty>;
}
