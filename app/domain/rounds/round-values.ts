import { labelValues } from "#app/domain/forms/label-fields.ts";
import type { RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { cityZones } from "#app/domain/time/city-zones.ts";
import { sameZone } from "#app/domain/time/wall-time.server.ts";

/** What the form of a round is filled in with, by field. */
export function roundValues(round: RoundFacts): Record<string, string> {
  return {
    revision: String(round.revision),
    ...labelValues("title", round.titles),
    venue: round.venue ?? "",
    format: round.format,
    city: round.city || cityOf(round.zone),
    startsOn: round.startsOn,
    endsOn: round.endsOn,
  };
}

/** The first city that is offered for a zone, for rounds of which only the zone is known. */
function cityOf(zone: string): string {
  return cityZones.find((offered) => sameZone(offered.zone, zone))?.city ?? "";
}
