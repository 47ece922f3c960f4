import { clock, SLOT_MINUTES, timetableGrid } from "#app/domain/timetable/timetable-grid.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { classNames } from "#app/ui/base/class-names.ts";
import type { RoundView } from "#app/views/rounds/round-view.server.ts";
import type { SessionInList } from "#app/views/sessions/session-in-list.server.ts";

/**
 * The round as a picture that is a table: days side by side, a row for every half hour, sessions that overlap in
 * tracks. The viewer's own clock stands below the round's where they differ by the same all round.
 */
export function Timetable({ round }: { round: RoundView }) {
  const t = useText();
  const sessions = round.days.flatMap((day) => day.sessions).filter(({ cancelled }) => !cancelled);
  const grid = timetableGrid(
    round.days.map(({ day }) => day),
    sessions,
  );
  const { yours } = round;
  // A day begins where its first track does.
  const firsts = new Set<number>();
  let column = 0;
  for (const { tracks } of grid.days) {
    firsts.add(column);
    column += tracks;
  }
  return (
    <section className="scroll mb-5" aria-label={t("rounds.timetable")} tabIndex={0}>
      <table className={classNames("timetable", column < 3 && "timetable--pair")}>
        <caption>
          <b>{t("rounds.timetable")}.</b> {t("rounds.timesIn", { zone: round.zone })}
          {yours ? `; ${t("rounds.belowYours", { zone: yours.zone })}` : null}
        </caption>
        <colgroup>
          <col className="times" />
          <col span={column} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t("sessions.time")}</span>
            </th>
            {grid.days.map(({ day, tracks }, at) => (
              <th key={day} scope="colgroup" colSpan={tracks} className="day">
                {round.days[at]?.short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map(({ minute, cells }) => (
            <tr key={minute} className={minute % (2 * SLOT_MINUTES) === 0 ? undefined : "half"}>
              <th scope="row">
                {clock(minute)}
                {yours ? <small>{clock(minute + yours.minutes)}</small> : null}
              </th>
              {cells.map((cell, at) => {
                const day = firsts.has(at) ? "day" : undefined;
                if (cell.kind === "goes-on") return null;
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are told apart by their column
                if (cell.kind === "free") return <td key={at} className={day} />;
                return (
                  <td key={cell.session.id} rowSpan={cell.rows} className={classNames("slot", day)}>
                    <Slot session={cell.session} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Slot({ session }: { session: SessionInList }) {
  const t = useText();
  const { id, beneficiary, time, consultants, interpreter } = session;
  return (
    <>
      <a href={paths.session(id)}>{beneficiary ?? t("sessions.plenary")}</a>
      <small>{time}</small>
      <small>{consultants.join(", ")}</small>
      {interpreter ? <small>{t("sessions.withInterpreter", { name: interpreter })}</small> : null}
    </>
  );
}
