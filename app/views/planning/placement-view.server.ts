import type { Planned } from "#app/domain/planning/availability.server.ts";
import { slotKey } from "#app/domain/planning/availability-input.ts";
import type { findPlacementForm, OfferedSlot } from "#app/domain/planning/find-placement-form.server.ts";
import { minuteOf } from "#app/domain/sessions/free-time.server.ts";
import { draftName, shortMoment } from "#app/views/planning/draft-view.server.ts";
import { dayName, type PlannedRound, plannedRound } from "#app/views/planning/frame-view.server.ts";
import { pairingName } from "#app/views/planning/pairing-in-list.server.ts";
import { clockOfViewer } from "#app/views/rounds/round-clock.server.ts";
import type { Viewer } from "#app/views/viewer.ts";
import type { Day } from "#db/schema/columns.ts";

/** When a session could begin, and what speaks against it. */
export interface PlacementSlot {
  key: string;
  /** Minutes since midnight on the clock of the round. */
  minute: number;
  time: string;
  why: string;
  /** `cannot`: somebody is away; `clash`: somebody would be in two sessions, or there are too many. */
  state: "free" | "cannot" | "clash";
}

/** The page on which a session of a draft is moved. */
export interface PlacementView {
  /** Of the pairing. */
  id: string;
  round: PlannedRound;
  draft: { id: string; name: string };
  name: string;
  now: string;
  isPlaced: boolean;
  pinned: boolean;
  days: { day: Day; name: string; slots: PlacementSlot[] }[];
  /** Length of a slot. */
  slotMinutes: number;
  /** What the form is filled in with. */
  stored: Record<string, string>;
}

/** Writes the page on which a session of a draft is moved. */
export function placementView(form: Awaited<ReturnType<typeof findPlacementForm>>, viewer: Viewer): PlacementView {
  const { round, draft, placed, offered, settings } = form;
  const { pairing, place } = placed;
  const { text, formats } = viewer;
  const hasYours = clockOfViewer(round, viewer) !== null;
  const days = [...new Set(offered.map(({ day }) => day))];
  const here = place && slotKey(place);
  return {
    id: pairing.id,
    round: plannedRound(round, viewer),
    draft: { id: draft.id, name: draftName(draft, viewer) },
    name: pairingName(pairing, viewer),
    now: place ? text("plan.nowAt", { when: shortMoment(place.startsAt, round, viewer) }) : text("plan.nowNowhere"),
    isPlaced: place !== null,
    pinned: place?.pinned ?? false,
    slotMinutes: settings.slotMinutes,
    days: days.map((day) => ({
      day,
      name: dayName(day, viewer),
      slots: offered
        .filter((slot) => slot.day === day)
        .map((slot) => ({
          key: slotKey(slot),
          time: hasYours
            ? text("availability.yours", { time: slot.time, yours: formats.time(slot.startsAt) })
            : slot.time,
          why: againstIt(slot, viewer),
          minute: minuteOf(slot.time),
          state: stateOf(slot),
        })),
    })),
    stored: { revision: String(draft.revision), slot: here ?? "" },
  };
}

function stateOf({ cannot, elsewhere, meets, isFull }: OfferedSlot): PlacementSlot["state"] {
  if (meets.length > 0 || elsewhere.length > 0 || isFull) return "clash";
  return cannot.length > 0 ? "cannot" : "free";
}

function againstIt({ cannot, elsewhere, meets, isFull }: OfferedSlot, viewer: Viewer): string {
  const { text, formats } = viewer;
  const named = (people: readonly Planned[]) =>
    people
      .map(({ name }) => name)
      .sort(formats.collator.compare)
      .join(", ");
  const why = [
    ...(cannot.length > 0 ? [text("plan.slotCannot", { names: named(cannot) })] : []),
    ...meets.map(({ other, people }) =>
      text("plan.slotBusy", { names: named(people), with: pairingName(other.pairing, viewer) }),
    ),
    ...(elsewhere.length > 0 ? [text("plan.slotElsewhere", { names: named(elsewhere) })] : []),
    ...(isFull ? [text("plan.slotFull")] : []),
  ];
  return why.length > 0 ? why.join("; ") : text("plan.free");
}
