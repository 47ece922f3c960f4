import { useText } from "#app/i18n/TextContext.tsx";
import { classNames } from "#app/ui/base/class-names.ts";
import type { Drag, Dragging } from "#app/ui/planning/use-drag.ts";
import { SLOT_ATTRIBUTE } from "#app/ui/planning/use-drag.ts";
import type { DraftView } from "#app/views/planning/draft-view.server.ts";

/** Over a day of the timetable while a session is dragged: when it could begin, and who cannot then. */
export function DropLayer({ drag, day }: { drag: Drag | null; day: Pick<DraftView["days"][number], "day" | "name"> }) {
  const t = useText();
  if (!drag) return null;
  const slots = drag.days?.find((one) => one.day === day.day)?.slots ?? [];
  return (
    <div className="drop-layer" aria-hidden="true">
      <p className="drop">{day.name}</p>
      {drag.days === null ? <p className="drop">{t("plan.dragLooking")}</p> : null}
      {drag.days !== null && slots.length === 0 ? <p className="drop">{t("plan.dragNowhere")}</p> : null}
      {slots.map(({ key, time, why, isFree }) => (
        <div
          key={key}
          {...{ [SLOT_ATTRIBUTE]: key }}
          className={classNames("drop", isFree ? "drop--free" : "drop--bad", drag.over === key && "drop--over")}
        >
          <b>{time}</b> {why}
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
        <small className={slot.isFree ? undefined : "bad"}>
          {day?.name}, {slot.time}: {slot.why}
        </small>
      ) : null}
    </div>
  );
}
