import { z } from "zod";
import { sharingLevels } from "#app/domain/codes.ts";
import { checked, choice, prose } from "#app/domain/knowledge/form-shapes.ts";

const noteLength = 500;

/** Asking for a wider level. */
export const askForm = z.object({
  intent: choice(["ask", "lower"]),
  level: choice(sharingLevels).refine((value) => value !== null, "common.chooseOne"),
  note: prose(noteLength),
  guardStated: checked(),
});

/** Granting or refusing. */
export const decisionForm = z.object({
  decision: choice(["granted", "refused"]).refine((value) => value !== null, "common.chooseOne"),
  note: prose(noteLength),
  guardStated: checked(),
});

/** Withdrawing a record, or throwing a draft away. */
export const withdrawalForm = z.object({ reason: prose(noteLength), guardStated: checked() });
