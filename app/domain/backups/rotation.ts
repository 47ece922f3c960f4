/** How many backups are kept of days, of weeks and of months, each the newest of its time. */
export interface Keep {
  days: number;
  weeks: number;
  months: number;
}

const DAY = 86_400_000;

/**
 * Which backups make room for newer ones: all but those of the last 24 hours, and the newest of each of the last days,
 * weeks and months that have any. A week begins on Monday; days end at midnight in UTC.
 * Those from the future, made while the clock ran ahead, take nobody's place and stay.
 * @param instants when they were made
 */
export function outOfRotation(instants: readonly string[], { days, weeks, months }: Keep, now: Date): string[] {
  const at = now.toISOString();
  const fromNew = instants
    .filter((instant) => instant <= at)
    .sort()
    .reverse();
  const kept = new Set([
    ...fromNew.filter((instant) => now.getTime() - Date.parse(instant) < DAY),
    ...newestOfEach(fromNew, (instant) => instant.slice(0, 10)).slice(0, days),
    ...newestOfEach(fromNew, mondayOf).slice(0, weeks),
    ...newestOfEach(fromNew, (instant) => instant.slice(0, 7)).slice(0, months),
  ]);
  return fromNew.filter((instant) => !kept.has(instant));
}

function newestOfEach(fromNew: readonly string[], nameOf: (instant: string) => string): string[] {
  const newest = new Map<string, string>();
  for (const instant of fromNew) {
    const name = nameOf(instant);
    if (!newest.has(name)) newest.set(name, instant);
  }
  return [...newest.values()];
}

function mondayOf(instant: string): string {
  const day = new Date(`${instant.slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}
