import { z } from "zod";
import { attributions } from "#app/domain/codes.ts";
import { ids, oneOf, optionalId, optionalOneOf, revision, tick } from "#app/domain/forms/choice-fields.ts";
import { message } from "#app/domain/forms/message.ts";
import { optionalLine, requiredText } from "#app/domain/forms/text-fields.ts";
import { clockReadings, day, optionalWholeNumber, timeOfDay, wholeNumber } from "#app/domain/forms/time-fields.ts";
import { joinLinks, linkOfEach } from "#app/domain/sessions/join-links.ts";
import { type LanguageCode, languageCodes } from "#app/i18n/languages.ts";

/** Shortest and longest session, in minutes. */
export const sessionMinutes = { least: 5, most: 720 } as const;

/** Who leads, in which language, and how it is cited: of a session, and of a pairing that has none yet. */
export const sessionTerms = {
  language: oneOf(languageCodes),
  joinLink: optionalLine(1000).transform((link) => link || null),
  attribution: oneOf(attributions),
  consultantIds: ids(300),
  interpreterId: optionalId(),
};

const common = {
  date: day(),
  time: timeOfDay(),
  choice: optionalOneOf(clockReadings),
  minutes: wholeNumber({ ...sessionMinutes, says: "sessions.badMinutes" }),
  ...sessionTerms,
  confirmConflicts: tick(),
};

/** How long a new session is; left empty it is as long as the agenda template. */
export const lengthOrAsTemplate = optionalWholeNumber({ ...sessionMinutes, says: "sessions.badMinutes" });

/** The form that schedules a session. An unticked list of delegates is "nobody" only if the form showed one. */
export const scheduleForm = z
  .object({
    ...common,
    minutes: lengthOrAsTemplate,
    /** Which button was pressed: what comes when it is scheduled. */
    then: optionalOneOf(["next"]),
    beneficiaryId: optionalId(),
    templateId: optionalId(),
    delegatesShown: tick(),
    delegateIds: ids(300),
  })
  .transform(({ delegatesShown, delegateIds, ...rest }) => ({
    ...rest,
    delegateIds: delegatesShown ? delegateIds : undefined,
  }));

const rowForm = z.object({ date: day(), time: timeOfDay(), choice: optionalOneOf(clockReadings) });

/**
 * The form that schedules several: what all have in common, and for each delegation that is ticked `date.<id>` and
 * `time.<id>`.
 */
export const severalForm = z
  .looseObject({
    ...{ minutes: lengthOrAsTemplate, language: common.language, attribution: common.attribution },
    ...{ consultantIds: common.consultantIds, interpreterId: common.interpreterId },
    confirmConflicts: common.confirmConflicts,
    templateId: optionalId(),
    joinLinks: joinLinks(),
    choice: common.choice,
    beneficiaryIds: ids(60).refine((chosen) => chosen.length > 0, message("sessions.chooseDelegation")),
  })
  .transform((form, context) => {
    const sent: Readonly<Record<string, unknown>> = form;
    const links = linkOfEach(form.joinLinks, form.beneficiaryIds.length, (issue) => context.issues.push(issue));
    const rows = form.beneficiaryIds.flatMap((beneficiaryId, at) => {
      const typed = { date: sent[`date.${beneficiaryId}`], time: sent[`time.${beneficiaryId}`], choice: form.choice };
      const row = rowForm.safeParse(typed);
      if (row.success) return [{ beneficiaryId, joinLink: links[at], ...row.data }];
      for (const issue of row.error.issues) {
        context.issues.push({ ...issue, path: [`${String(issue.path[0])}.${beneficiaryId}`], input: typed } as never);
      }
      return [];
    });
    const { minutes, language, attribution, consultantIds, interpreterId, confirmConflicts, templateId } = form;
    return { minutes, language, attribution, consultantIds, interpreterId, confirmConflicts, templateId, rows };
  });

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
