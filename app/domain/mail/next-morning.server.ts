import { shiftDays, toInstant, toWall } from "#app/domain/time/wall-time.server.ts";

/** When digests go out, on the clock of their recipient. */
const MORNING = "07:00";

/** The next morning in a zone, after `now`. */
export function nextMorning(now: Date, zone: string): Date {
  const { date: today } = toWall(now.toISOString(), zone);
  for (const date of [today, shiftDays(today, 1)]) {
    const found = toInstant({ date, time: MORNING }, zone, "earlier");
    if (found.ok && Date.parse(found.instant) > now.getTime()) return new Date(found.instant);
  }
  return new Date(now.getTime() + 86_400_000);
}
