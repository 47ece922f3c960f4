import { z } from "zod";
import { sharingLevels } from "#app/domain/codes.ts";
import { oneOf, tick } from "#app/domain/forms/choice-fields.ts";
import { optionalText } from "#app/domain/forms/text-fields.ts";

const MAX_NOTE = 500;

/** The forms of the sharing page: asking for a wider level, and lowering. */
export const sharingForm = z.object({
  intent: oneOf(["ask", "lower"]),
  level: oneOf(sharingLevels),
  note: optionalText(MAX_NOTE),
  guardStated: tick(),
});

/** Granting or refusing. */
export const decisionForm = z.object({
  decision: oneOf(["granted", "refused"]),
  note: optionalText(MAX_NOTE),
  guardStated: tick(),
});

/** Withdrawing a contribution, or throwing a draft away. */
export const withdrawalForm = z.object({ reason: optionalText(MAX_NOTE), guardStated: tick() });
