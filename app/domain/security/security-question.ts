import { z } from "zod";
import { optionalId, optionalOneOf } from "#app/domain/forms/choice-fields.ts";
import { optionalDay } from "#app/domain/forms/time-fields.ts";
import { securityEvents } from "#app/domain/security/security-events.ts";

/** The filter of the log as its address says it; what cannot be read is left out. */
export const securityFilter = z.object({
  account: optionalId().catch(null),
  kind: optionalOneOf(securityEvents).catch(null),
  day: optionalDay().catch(null),
});
export type SecurityFilter = z.output<typeof securityFilter>;
