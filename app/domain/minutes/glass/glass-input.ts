import { z } from "zod";
import { requiredLine, requiredText } from "#app/domain/forms/text-fields.ts";
import { glassReason } from "#app/domain/minutes/glass/glass-limits.ts";

/** The form by which an administrator opens a session: its address, and why. */
export const glassForm = z.object({
  address: requiredLine(300),
  reason: requiredText(glassReason.max),
});
