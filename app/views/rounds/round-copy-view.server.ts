import type { CopiedPairing, CopiedPlace, RoundCopy } from "#app/domain/planning/find-round-copy.server.ts";
import { type RoundCopyExtent, roundCopyExtents } from "#app/domain/rounds/round-copy-extents.ts";
import type { Part } from "#app/domain/sessions/invited-people.ts";
import { dayName } from "#app/views/planning/frame-view.server.ts";
import { pairingName } from "#app/views/planning/pairing-in-list.server.ts";
import { clockOfRound } from "#app/views/rounds/round-clock.server.ts";
import { roundHeading } from "#app/views/rounds/round-view.server.ts";
import type { Viewer } from "#app/views/viewer.ts";
import type { Day } from "#db/schema/columns.ts";

/** What the address asks of a copy. `isAsked`: somebody has chosen a day. */
export interface AskedRoundCopy {
  startsOn: Day | null;
  extent: RoundCopyExtent;
  people: boolean;
}

/** What the address says of a copy; what it does not say, or says wrong, is the whole round with its people. */
export function readRoundCopyWish(query: URLSearchParams): AskedRoundCopy {
  const day = query.get("startsOn") ?? "";
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(`${day}T12:00:00Z`));
  const startsOn = isDay && new Date(`${day}T12:00:00Z`).toISOString().startsWith(day) ? day : null;
  const extent = roundCopyExtents.find((one) => one === query.get("extent")) ?? "timetable";
  return { startsOn, extent, people: !query.has("startsOn") || query.has("people") };
}

/** A row of what a copy would hold. */
export interface CopiedRow {
  id: string;
  name: string;
  minutes: number;
  /** "Wednesday 21 October, 09:00", and on the day of the copy; null without a time. */
  time: { was: string; becomes: string; trouble: "skipped" | "twice" | null } | null;
  consultants: string[];
  interpreter: string | null;
  /** Null: whoever is in the delegation by then. */
  delegates: number | null;
  left: string[];
}

/** The page on which a round is copied. */
export interface RoundCopyView {
  round: { id: string; title: string };
  asked: Record<"startsOn" | "extent" | "people", string>;
  /** What would be made; null until a day is chosen. */
  preview: { dates: string; zone: string; rows: CopiedRow[]; skipped: number; left: string[] } | null;
}

/** Writes what a copy of a round would hold. */
export function roundCopyView(copy: RoundCopy, asked: AskedRoundCopy, viewer: Viewer): RoundCopyView {
  const { round, pairings } = copy;
  const { id, title } = roundHeading(round, viewer);
  const rows = pairings.map((one) => copiedRow(one, viewer));
  const left = [...new Set(rows.flatMap((row) => row.left))].sort(viewer.formats.collator.compare);
  const fields = { startsOn: asked.startsOn ?? "", extent: asked.extent, people: asked.people ? "on" : "" };
  return {
    round: { id, title },
    asked: fields,
    preview: asked.startsOn
      ? {
          dates: viewer.formats.dateRange(copy.startsOn, copy.endsOn),
          zone: clockOfRound({ ...round, startsOn: copy.startsOn, endsOn: copy.endsOn }, viewer),
          skipped: rows.filter(({ time }) => time?.trouble === "skipped").length,
          ...{ rows, left },
        }
      : null,
  };
}

function copiedRow({ pairing, people, allDelegates, left, place }: CopiedPairing, viewer: Viewer): CopiedRow {
  const named = (wanted: Part) =>
    people
      .filter(({ part }) => part === wanted)
      .map(({ name }) => name)
      .sort(viewer.formats.collator.compare);
  return {
    ...{ id: pairing.id, name: pairingName(pairing, viewer), minutes: pairing.minutes, left },
    time: place && timeOf(place, viewer),
    consultants: named("consultant"),
    interpreter: named("interpreter")[0] ?? null,
    delegates: allDelegates ? null : named("delegate").length,
  };
}

function timeOf({ was, day, time, startsAt, twice }: CopiedPlace, viewer: Viewer): CopiedRow["time"] {
  const words = (on: Day) => `${dayName(on, viewer)}, ${time}`;
  return { was: words(was.day), becomes: words(day), trouble: startsAt === null ? "skipped" : twice ? "twice" : null };
}
