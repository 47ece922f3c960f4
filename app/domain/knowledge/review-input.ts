import { z } from "zod";
import { checked, prose } from "#app/domain/forms/form-shapes.ts";
import { message } from "#app/domain/forms/message.ts";
import { decisions } from "#app/domain/knowledge/review-rules.ts";
import { limits } from "#app/domain/knowledge/templates.ts";

/** The forms of a review: one button on the record, and the page that asks for a reason. */
export const reviewForm = z.object({
  decision: z.enum(decisions, message("common.chooseOne")),
  reason: prose(limits.reason),
  revision: z.coerce.number(message("errors.badValue")).int(message("errors.badValue")),
  guardStated: checked(),
});
