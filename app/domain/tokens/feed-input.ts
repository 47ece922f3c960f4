import { z } from "zod";
import { id, tick } from "#app/domain/forms/choice-fields.ts";
import { requiredLine } from "#app/domain/forms/text-fields.ts";
import { MAX_FEED_NAME } from "#app/domain/tokens/feed-rules.ts";

/** The form that makes a feed. Shape only: `which` is one of the choices of that person. */
export const feedInput = z.object({
  name: requiredLine(MAX_FEED_NAME),
  which: id(),
  discloses: tick(),
});
export type FeedInput = z.output<typeof feedInput>;
