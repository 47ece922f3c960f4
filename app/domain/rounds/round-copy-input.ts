import { z } from "zod";
import { oneOf, tick } from "#app/domain/forms/choice-fields.ts";
import { labelFields, labelsFrom } from "#app/domain/forms/label-fields.ts";
import { message } from "#app/domain/forms/message.ts";
import { day } from "#app/domain/forms/time-fields.ts";
import { roundCopyExtents } from "#app/domain/rounds/round-copy-extents.ts";
import { MAX_ROUND_TITLE } from "#app/domain/rounds/round-limits.ts";
import { label } from "#app/i18n/labels.ts";

/** The form that copies a round to other days. */
export const roundCopyForm = z
  .object({
    ...labelFields("title", { max: MAX_ROUND_TITLE }),
    startsOn: day(),
    extent: oneOf(roundCopyExtents),
    people: tick(),
  })
  .refine((form) => label(labelsFrom(form, "title"), "en") !== "", {
    path: ["title.en"],
    message: message("rounds.titleNeeded"),
  })
  .transform(({ startsOn, extent, people, ...rest }) => ({
    titles: labelsFrom(rest, "title"),
    ...{ startsOn, extent, people },
  }));
