import { clock, SLOT_MINUTES, timetableGrid } from "#app/domain/timetable/timetable-grid.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/base/Badge.tsx";
import { classNames } from "#app/ui/base/class-names.ts";
import { Icon } from "#app/ui/icons/Icon.tsx";
import { ROW_ATTRIBUTE } from "#app/ui/planning/bands.ts";
import { DropLayer } from "#app/ui/planning/DropLayer.tsx";
import type { Dragging } from "#app/ui/planning/use-drag.ts";
import type { DraftSlot, DraftView } from "#app/views/planning/draft-view.server.ts";

export interface DraftDayProps {
  draft: DraftView;
  day: DraftView["days"][number];
  /** Null until scripts run. */
  dragging: Dragging | null;
}

/** A day of a draft as a table: a row for every half hour, sessions at the same time beside each other. */
export function DraftDay({ draft, day, dragging }: DraftDayProps) {
  const t = useText();
  const { yours, round } = draft;
  const { rows, days } = timetableGrid([day.day], day.slots, day.slots.length > 0 ? day.hours : null);
  const tracks = days[0]?.tracks ?? 1;
  const title = t("plan.dayTable", { day: day.name });
  if (rows.length === 0) {
    return (
      <div className="drop-area mb-5">
        <p className="soft">
          <b>{day.name}.</b> {t("plan.emptyDay")}
        </p>
        <DropLayer drag={dragging?.drag ?? null} day={day} />
      </div>
    );
  }
  return (
    <div className="drop-area mb-5">
      <section className="scroll" aria-label={title} tabIndex={0}>
        <table
          className={classNames("timetable", tracks === 1 && "timetable--narrow", tracks === 2 && "timetable--pair")}
        >
          <caption>
            <b>{day.name}.</b> {t("rounds.timesIn", { zone: round.zone })}
            {yours ? `; ${t("rounds.belowYours", { zone: yours.zone })}` : null}
          </caption>
          <colgroup>
            <col className="times" />
            <col span={tracks} />
          </colgroup>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t("sessions.time")}</th>
              {Array.from({ length: tracks }, (_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity
                <th key={at} scope="col">
                  {t("plan.track", { n: at + 1 })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ minute, cells }) => (
              <tr
                key={minute}
                {...{ [ROW_ATTRIBUTE]: minute }}
                className={minute % (2 * SLOT_MINUTES) === 0 ? undefined : "half"}
              >
                <th scope="row">
                  {clock(minute)}
                  {yours ? <small>{clock(minute + yours.minutes)}</small> : null}
                </th>
                {cells.map((cell, at) => {
                  if (cell.kind === "goes-on") return null;
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells are told apart by their column
                  if (cell.kind === "free") return <td key={at} />;
                  const { session, rows: high } = cell;
                  return (
                    <td
                      key={session.id}
                      rowSpan={high}
                      className={classNames("slot", session.isBad && "clash")}
                      onPointerDown={dragging ? (event) => dragging.grab(event, session) : undefined}
                    >
                      {dragging ? (
                        <span className="grip" title={t("plan.dragGrip")}>
                          <Icon name="move" />
                        </span>
                      ) : null}
                      <Cell slot={session} href={paths.planPlacement(round.id, draft.id, session.id)} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <DropLayer drag={dragging?.drag ?? null} day={day} inGrid />
    </div>
  );
}

function Cell({ slot, href }: { slot: DraftSlot; href: string }) {
  const t = useText();
  const { name, time, team, pinned, change, isBad } = slot;
  return (
    <>
      <a href={href} id={`placed-${slot.id}`} draggable={false}>
        {name}
      </a>
      <small>{time}</small>
      <small>{team}</small>
      {isBad ? (
        <Badge icon="stop" tone="bad">
          {t("plan.blocks")}
        </Badge>
      ) : null}
      {pinned ? <Badge icon="pin">{t("plan.pinned")}</Badge> : null}
      {change ? (
        <Badge icon="move" tone="info">
          {change}
        </Badge>
      ) : null}
    </>
  );
}
