import type { RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { toWall } from "#app/domain/time/wall-time.server.ts";
import { formatsOf } from "#app/views/sessions/session-moment.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** The clock of a round: "Sarajevo (UTC+1)", or the city alone where the clocks change between its days. */
export function clockOfRound(round: RoundFacts, viewer: Viewer): string {
  const formats = formatsOf(round, viewer);
  const first = formats.zoneLabel(noon(round.startsOn));
  return first === formats.zoneLabel(noon(round.endsOn)) ? first : first.replace(/ \([^)]*\)$/, "");
}

/**
 * How many minutes the viewer's clock is from the round's, and its name; null unless the same on all days and not 0.
 */
export function clockOfViewer(round: RoundFacts, viewer: Viewer): { zone: string; minutes: number } | null {
  const ahead = (instant: string) => offsetOf(instant, viewer.zone) - offsetOf(instant, round.zone);
  const minutes = ahead(noon(round.startsOn));
  if (minutes === 0 || minutes !== ahead(noon(round.endsOn))) return null;
  return { zone: viewer.formats.zoneLabel(noon(round.startsOn)), minutes };
}

function noon(day: string): string {
  return `${day}T12:00:00Z`;
}

function offsetOf(instant: string, zone: string): number {
  const { date, time } = toWall(instant, zone);
  return Math.round((Date.parse(`${date}T${time}:00Z`) - Date.parse(instant)) / 60_000);
}
