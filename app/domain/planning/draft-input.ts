import { z } from "zod";
import { oneOf, optionalId, revision, tick } from "#app/domain/forms/choice-fields.ts";
import { optionalText, requiredLine } from "#app/domain/forms/text-fields.ts";
import { wholeNumber } from "#app/domain/forms/time-fields.ts";
import { MAX_DRAFT_NAME } from "#app/domain/planning/plan-limits.ts";

/** The form that asks the planner for a timetable. */
export const proposalForm = z.object({
  previousDraftId: optionalId(),
  keeps: tick(),
  seconds: wholeNumber({ least: 1, most: 120, says: "plan.badSeconds" }),
});

/** What can be done with a pairing of a draft. */
export const placementIntents = ["move", "move-and-pin", "pin", "unpin", "out"] as const;

/** The form that moves a pairing of a draft. */
export const placementForm = z.object({
  intent: oneOf(placementIntents),
  slot: optionalId(),
  revision: revision(),
});

/** The form that copies a draft under another name. */
export const copyForm = z.object({ name: requiredLine(MAX_DRAFT_NAME) });

/** The form that releases a draft: in the state in which its mails were shown. */
export const releaseForm = z.object({ shown: optionalId(), reason: optionalText(500) });
