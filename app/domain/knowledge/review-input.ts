import { z } from "zod";
import { oneOf, revision, tick } from "#app/domain/forms/choice-fields.ts";
import { optionalText } from "#app/domain/forms/text-fields.ts";
import { decisions } from "#app/domain/knowledge/review-rules.ts";
import { limits } from "#app/domain/knowledge/templates.ts";

/** The forms of a review: one button on the contribution, and the page that asks for a reason. */
export const reviewForm = z.object({
  decision: oneOf(decisions),
  reason: optionalText(limits.reason),
  revision: revision(),
  guardStated: tick(),
});
