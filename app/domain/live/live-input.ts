import { z } from "zod";
import { kinds } from "#app/domain/codes.ts";
import { oneOf, optionalId, revision, tick } from "#app/domain/forms/choice-fields.ts";
import { optionalLine } from "#app/domain/forms/text-fields.ts";
import { limits } from "#app/domain/knowledge/templates.ts";
import { moves } from "#app/domain/live/moves.ts";

/** A button of the live page: what is to happen, and which course it was pressed in. */
export const moveForm = z.object({ move: oneOf(moves), itemId: optionalId(), seen: revision() });

/** What is captured while the session goes on. */
export const captureForm = z.object({
  kind: oneOf(kinds),
  title: optionalLine(limits.title),
  summary: optionalLine(limits.summary),
  itemId: optionalId(),
  beneficiary: optionalId(),
  guardStated: tick(),
  /** The page stays as it is: a script reads the answer. */
  stays: tick(),
});
