import { useText } from "#app/i18n/TextContext.tsx";
import { classNames } from "#app/ui/base/class-names.ts";
import { Icon } from "#app/ui/icons/Icon.tsx";
import { layBand } from "#app/ui/planning/bands.ts";
import type { Drag, Dragging } from "#app/ui/planning/use-drag.ts";
import { SLOT_ATTRIBUTE } from "#app/ui/planning/use-drag.ts";
import type { DraftView } from "#app/views/planning/draft-view.server.ts";

export interface DropLayerProps {
  drag: Drag | null;
  day: Pick<DraftView["days"][number], "day" | "name">;
  /** There is a timetable below, over whose rows the times are laid. */
  inGrid?: true;
}

const signs = { free: "check", cannot: "warn", clash: "stop" } as const;

/** Over a day of the timetable while a session is dragged: when it could begin, and who cannot then. */
export function DropLayer({ drag, day, inGrid }: DropLayerProps) {
  const t = useText();
  if (!drag) return null;
  const slots = drag.days?.find((one) => one.day === day.day)?.slots ?? [];
  const isLaid = inGrid && slots.length > 0;
  return (
    <div className={classNames("drop-layer", isLaid && "drop-layer--grid")} aria-hidden="true">
      {isLaid ? null : <p className="drop">{day.name}</p>}
      {drag.days === null ? <p className="drop">{t("plan.dragLooking")}</p> : null}
      {drag.days !== null && slots.length === 0 ? <p className="drop">{t("plan.dragNowhere")}</p> : null}
      {slots.map(({ key, minute, time, why, state }) => (
        <div
          key={key}
          {...{ [SLOT_ATTRIBUTE]: key }}
          ref={(band) => (band && isLaid ? layBand(band, minute, drag.slotMinutes) : undefined)}
          className={classNames(
            "drop",
            state === "free" ? "drop--free" : "drop--bad",
            drag.over === key && "drop--over",
          )}
        >
          <span>
            <Icon name={signs[state]} /> <b>{time}</b> {why}
          </span>
        </div>
      ))}
    </div>
  );
}

/** Follows the pointer: what is dragged, and what would speak against dropping it here. */
export function DragGhost({ drag, ghost }: Pick<Dragging, "drag" | "ghost">) {
  const day = drag?.days?.find(({ slots }) => slots.some(({ key }) => key === drag.over));
  const slot = day?.slots.find(({ key }) => key === drag?.over);
  return (
    <div ref={ghost} className="drag-ghost" aria-hidden="true" hidden={!drag}>
      <b>{drag?.name}</b>
      {slot ? (
        <small className={slot.state === "free" ? undefined : "bad"}>
          {day?.name}, {slot.time}: {slot.why}
        </small>
      ) : null}
    </div>
  );
}
