import { clock, timetableGrid } from "#app/domain/timetable/timetable-grid.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Badge } from "#app/ui/base/Badge.tsx";
import type { ComparedDay, DraftSlot } from "#app/views/planning/draft-view.server.ts";

export interface CompareDayProps {
  day: ComparedDay;
  /** What the two timetables are called: first the other one, then the draft. */
  names: readonly [string, string];
}

/** A day of two timetables beside each other, on the same rows; what stands elsewhere in the other one is marked. */
export function CompareDay({ day, names }: CompareDayProps) {
  const t = useText();
  const sides = ["other", "own"] as const;
  const { rows, days } = timetableGrid(sides, [...onSide(day.other, "other"), ...onSide(day.own, "own")]);
  if (rows.length === 0) return null;
  const title = t("plan.dayCompared", { day: day.name });
  return (
    <section className="scroll mt-4 mb-5" aria-label={title} tabIndex={0}>
      <table className="timetable">
        <caption>
          <b>{day.name}</b>
        </caption>
        <colgroup>
          <col className="times" />
          {days.map(({ day: side, tracks }) => (
            <col key={side} span={tracks} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t("sessions.time")}</th>
            {days.map(({ day: side, tracks }, at) => (
              <th key={side} scope="colgroup" colSpan={tracks}>
                {names[at]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ minute, cells }) => (
            <tr key={minute} className={minute % 60 === 0 ? undefined : "half"}>
              <th scope="row">{clock(minute)}</th>
              {cells.map((cell, at) => {
                if (cell.kind === "goes-on") return null;
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are told apart by their column
                if (cell.kind === "free") return <td key={at} />;
                const { session, rows: high } = cell;
                return (
                  <td key={session.id} rowSpan={high} className="slot">
                    <b>{session.name}</b>
                    <small>{session.time}</small>
                    <small>{session.team}</small>
                    {session.differs ? (
                      <Badge icon="move" tone="info">
                        {t("plan.elsewhere")}
                      </Badge>
                    ) : null}
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

function onSide(slots: readonly (DraftSlot & { differs: boolean })[], side: "other" | "own") {
  return slots.map((slot) => ({ ...slot, id: `${side}.${slot.id}`, day: side }));
}
