/** The day so many days after another, `2026-12-09`. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A moment on the clock of a zone, `2026-12-09 13:30`. */
export function clock(instant: string, timeZone: string): string {
  return new Date(instant).toLocaleString("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
}

/** How pages name a city on a day, `London (UTC+0)`; for zones of whole hours, east of Greenwich. */
export function cityOn(day: string, city: string, timeZone: string): string {
  const noon = `${day}T12:00Z`;
  const there = Date.parse(`${clock(noon, timeZone).replace(" ", "T")}Z`);
  return `${city} (UTC+${(there - Date.parse(noon)) / 3_600_000})`;
}
