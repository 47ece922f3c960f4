import { z } from "zod";
import { sharingLevels } from "#app/domain/codes.ts";
import { checked, prose } from "#app/domain/forms/form-shapes.ts";
import { message } from "#app/domain/forms/message.ts";

const noteLength = 500;

/** The forms of the sharing page: asking for a wider level, and lowering. */
export const sharingForm = z.object({
  intent: z.enum(["ask", "lower"], message("errors.badValue")),
  level: z.enum(sharingLevels, message("common.chooseOne")),
  note: prose(noteLength),
  guardStated: checked(),
});

/** Granting or refusing. */
export const decisionForm = z.object({
  decision: z.enum(["granted", "refused"], message("common.chooseOne")),
  note: prose(noteLength),
  guardStated: checked(),
});

/** Withdrawing a record, or throwing a draft away. */
export const withdrawalForm = z.object({ reason: prose(noteLength), guardStated: checked() });
