import { Refused } from "#app/domain/errors.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import type { RoundFields } from "#app/domain/rounds/round-input.ts";
import { daysBetween, isZone } from "#app/domain/time/wall-time.server.ts";
import type { Labels } from "#app/i18n/labels.ts";

/** Longest round, in days. */
const longest = 31;

/** @throws Refused for days that are none, too many of them, an unknown zone, or personal data in a title or place */
export function checkRound(round: RoundFields, now: Date): void {
  let days: number;
  try {
    days = daysBetween(round.startsOn, round.endsOn) + 1;
  } catch {
    throw new Refused([{ field: "startsOn", message: { key: "common.badDate" } }]);
  }
  if (days < 1) throw new Refused([{ field: "endsOn", message: { key: "rounds.endsBeforeStart" } }]);
  if (days > longest)
    throw new Refused([{ field: "endsOn", message: { key: "rounds.tooManyDays", params: { longest } } }]);
  if (!isZone(round.zone)) throw new Refused([{ field: "city", message: { key: "common.chooseOne" } }]);
  refusePersonalData({ titleEn: round.titles.en, titleBs: round.titles.bs, place: round.place }, now);
}

/** Titles with the changes; those of other languages stay. */
export function mergeTitles(before: Labels, change: Labels): Labels {
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, title]) => title));
}
