import { Refused } from "#app/domain/errors.ts";
import { labelValues } from "#app/domain/forms/label-fields.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import type { RoundFields } from "#app/domain/rounds/round-input.ts";
import { daysBetween, isZone } from "#app/domain/time/wall-time.server.ts";
import { label } from "#app/i18n/labels.ts";

/** Longest round, in days. */
const MAX_DAYS = 31;

/** @throws Refused without a title, for days that are none or too many, an unknown zone, or personal data in a text */
export function checkRound(round: RoundFields, now: Date): void {
  if (label(round.titles, "en") === "")
    throw new Refused([{ field: "title.en", message: { key: "rounds.titleNeeded" } }]);
  let days: number;
  try {
    days = daysBetween(round.startsOn, round.endsOn) + 1;
  } catch {
    throw new Refused([{ field: "startsOn", message: { key: "common.badDate" } }]);
  }
  if (days < 1) throw new Refused([{ field: "endsOn", message: { key: "rounds.endsBeforeStart" } }]);
  if (days > MAX_DAYS)
    throw new Refused([{ field: "endsOn", message: { key: "rounds.tooManyDays", params: { longest: MAX_DAYS } } }]);
  if (!isZone(round.zone)) throw new Refused([{ field: "city", message: { key: "common.chooseOne" } }]);
  refusePersonalData({ ...labelValues("title", round.titles), venue: round.venue }, now);
}
