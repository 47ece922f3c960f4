import { z } from "zod";
import { roundFormats } from "#app/domain/codes.ts";
import { oneOf, optionalOneOf, revision, tick } from "#app/domain/forms/choice-fields.ts";
import { labelFields, labelsFrom } from "#app/domain/forms/label-fields.ts";
import { message } from "#app/domain/forms/message.ts";
import { optionalLine } from "#app/domain/forms/text-fields.ts";
import { clockReadings, day } from "#app/domain/forms/time-fields.ts";
import { MAX_ROUND_TITLE } from "#app/domain/rounds/round-limits.ts";
import { type CityKey, cityZones, zoneOfCity } from "#app/domain/time/city-zones.ts";
import { type Labels, label } from "#app/i18n/labels.ts";

const cities = cityZones.map(({ city }) => city) as [CityKey, ...CityKey[]];

const fields = z
  .object({
    ...labelFields("title", { max: MAX_ROUND_TITLE }),
    venue: optionalLine(120),
    format: oneOf(roundFormats),
    city: oneOf(cities),
    startsOn: day(),
    endsOn: day(),
  })
  .refine((form) => label(labelsFrom(form, "title"), "en") !== "", {
    path: ["title.en"],
    message: message("rounds.titleNeeded"),
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
  return {
    titles: labelsFrom(form, "title"),
    venue: form.venue || null,
    format: form.format,
    city: form.city,
    zone: zoneOfCity(form.city) ?? "",
    startsOn: form.startsOn,
    endsOn: form.endsOn,
  };
}

/** What both deeds take. */
export interface RoundFields {
  /** In at least one language. */
  titles: Labels;
  venue: string | null;
  format: (typeof roundFormats)[number];
  /** The city the zone was picked by; empty where only the zone is known. */
  city: string;
  zone: string;
  startsOn: string;
  endsOn: string;
}
