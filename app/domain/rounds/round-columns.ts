import type { RoundFields } from "#app/domain/rounds/round-input.ts";

/** The columns of a round that its form decides. */
export function roundColumns(round: RoundFields) {
  return {
    titles: JSON.stringify(round.titles),
    venue: round.venue,
    format: round.format,
    zone: round.zone,
    city: round.city,
    starts_on: round.startsOn,
    ends_on: round.endsOn,
  };
}
