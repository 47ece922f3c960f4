import { z } from "zod";
import { roundFormats } from "#app/domain/codes.ts";
import { oneOf, optionalOneOf, revision, tick } from "#app/domain/forms/choice-fields.ts";
import { message } from "#app/domain/forms/message.ts";
import { optionalLine } from "#app/domain/forms/text-fields.ts";
import { clockReadings, day } from "#app/domain/forms/time-fields.ts";
import { roundTitleLimit } from "#app/domain/rounds/round-limits.ts";
import { type CityKey, cityZones, zoneOfCity } from "#app/domain/time/city-zones.ts";
import type { Labels } from "#app/i18n/labels.ts";

const cities = cityZones.map(({ city }) => city) as [CityKey, ...CityKey[]];

const fields = z
  .object({
    titleEn: optionalLine(roundTitleLimit),
    titleBs: optionalLine(roundTitleLimit),
    place: optionalLine(120),
    format: oneOf(roundFormats),
    city: oneOf(cities),
    startsOn: day(),
    endsOn: day(),
  })
  .refine(({ titleEn, titleBs }) => titleEn !== "" || titleBs !== "", {
    path: ["titleEn"],
    message: message("common.required"),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, {
    path: ["endsOn"],
    message: message("rounds.endsBeforeStart"),
  });

/** The form that plans a round. */
export const roundForm = fields.transform(roundFields);

/** The form that changes one: also which reading of a time that comes twice, and that a warning was seen. */
export const roundChangeForm = fields
  .and(z.object({ choice: optionalOneOf(clockReadings), confirmConflicts: tick(), revision: revision() }))
  .transform(({ choice, confirmConflicts, revision, ...rest }) => ({
    ...roundFields(rest),
    choice,
    confirmConflicts,
    revision,
  }));

function roundFields(form: z.infer<typeof fields>): RoundFields {
  const titles: Labels = { en: form.titleEn, bs: form.titleBs };
  return {
    titles,
    place: form.place || null,
    format: form.format,
    city: form.city,
    zone: zoneOfCity(form.city) ?? "",
    startsOn: form.startsOn,
    endsOn: form.endsOn,
  };
}

/** What both deeds take. */
export interface RoundFields {
  /** By language; an empty one is taken away, one that is not named stays. */
  titles: Labels;
  place: string | null;
  format: (typeof roundFormats)[number];
  /** The city the zone was picked by; empty where only the zone is known. */
  city: string;
  zone: string;
  startsOn: string;
  endsOn: string;
}
