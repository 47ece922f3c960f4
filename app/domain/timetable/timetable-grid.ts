/** A session as a timetable places it, in minutes since midnight of its day on the clock of the round. */
export interface Placed {
  id: string;
  day: string;
  start: number;
  minutes: number;
}

/** What stands in a cell: nothing, the beginning of a session, or the rest of one that began above. */
export type Cell<T> = { kind: "free" } | { kind: "begins"; session: T; rows: number } | { kind: "goes-on" };

export interface Grid<T> {
  /** Days with the number of tracks that they need. */
  days: { day: string; tracks: number }[];
  /** One row a slot: when it begins, in minutes since midnight, and a cell for every track of every day. */
  rows: { minute: number; cells: Cell<T>[] }[];
}

/** Length of a row, in minutes. */
export const SLOT_MINUTES = 30;

/**
 * Lays sessions out as a table: a row for every half hour that is needed, as many tracks a day as overlap. A session
 * takes every row it touches. Tracks are filled from the first one, by start.
 * @param hours minutes between which there are rows also where nothing is
 */
export function timetableGrid<T extends Placed>(
  days: readonly string[],
  sessions: readonly T[],
  hours: { from: number; to: number } | null = null,
): Grid<T> {
  const placed = sessions.map((session) => ({
    session,
    from: Math.floor(session.start / SLOT_MINUTES),
    to: Math.ceil((session.start + session.minutes) / SLOT_MINUTES),
  }));
  if (placed.length === 0 && !hours) return { days: days.map((day) => ({ day, tracks: 1 })), rows: [] };
  const begins = hours ? [Math.floor(hours.from / SLOT_MINUTES)] : [];
  const ends = hours ? [Math.ceil(hours.to / SLOT_MINUTES)] : [];
  const first = Math.min(...begins, ...placed.map(({ from }) => from));
  const last = Math.max(...ends, ...placed.map(({ to }) => to));
  const columns: (typeof placed)[] = [];
  const widths = days.map((day) => {
    const here = placed.filter(({ session }) => session.day === day).sort((a, b) => a.from - b.from || b.to - a.to);
    const tracks: (typeof placed)[] = [[]];
    for (const one of here) {
      const free = tracks.find((track) => (track.at(-1)?.to ?? 0) <= one.from);
      if (free) free.push(one);
      else tracks.push([one]);
    }
    columns.push(...tracks);
    return { day, tracks: tracks.length };
  });
  const rows = Array.from({ length: last - first }, (_, at) => {
    const slot = first + at;
    const cells = columns.map((track): Cell<T> => {
      const one = track.find(({ from, to }) => from <= slot && slot < to);
      if (!one) return { kind: "free" };
      return one.from === slot
        ? { kind: "begins", session: one.session, rows: one.to - one.from }
        : { kind: "goes-on" };
    });
    return { minute: slot * SLOT_MINUTES, cells };
  });
  return { days: widths, rows };
}

/** "09:30", also for minutes after midnight of the next day. */
export function clock(minute: number): string {
  const inDay = ((minute % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}
