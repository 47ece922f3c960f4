import { z } from "zod";
import { attributions } from "#app/domain/codes.ts";
import { ids, oneOf, optionalId, optionalOneOf, revision, tick } from "#app/domain/forms/choice-fields.ts";
import { optionalLine, requiredText } from "#app/domain/forms/text-fields.ts";
import { clockReadings, day, timeOfDay, wholeNumber } from "#app/domain/forms/time-fields.ts";
import { type LanguageCode, languageCodes } from "#app/i18n/languages.ts";

/** Shortest and longest session, in minutes. */
export const sessionMinutes = { least: 5, most: 720 } as const;

const common = {
  date: day(),
  time: timeOfDay(),
  choice: optionalOneOf(clockReadings),
  minutes: wholeNumber({ ...sessionMinutes, says: "sessions.badMinutes" }),
  language: oneOf(languageCodes),
  joinLink: optionalLine(1000).transform((link) => link || null),
  attribution: oneOf(attributions),
  consultantIds: ids(300),
  interpreterId: optionalId(),
  confirmConflicts: tick(),
};

/** The form that schedules a session. An unticked list of delegates is "nobody" only if the form showed one. */
export const scheduleForm = z
  .object({
    ...common,
    beneficiaryId: optionalId(),
    templateId: optionalId(),
    delegatesShown: tick(),
    delegateIds: ids(300),
  })
  .transform(({ delegatesShown, delegateIds, ...rest }) => ({
    ...rest,
    delegateIds: delegatesShown ? delegateIds : undefined,
  }));

/** The form that changes one; `revision` is the one it was filled in from. */
export const changeForm = z.object({ ...common, delegateIds: ids(300), revision: revision() });

export const cancellationForm = z.object({ reason: requiredText(500) });

/** What both deeds take. */
export interface SessionFields {
  date: string;
  time: string;
  choice?: "earlier" | "later" | null;
  minutes: number;
  language: LanguageCode;
  joinLink?: string | null;
  attribution: (typeof attributions)[number];
  /** At least one. */
  consultantIds: readonly string[];
  interpreterId?: string | null;
  /** The warning about people in two places was seen. */
  confirmConflicts?: boolean;
}
