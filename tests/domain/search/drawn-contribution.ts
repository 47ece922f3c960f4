import fc from "fast-check";
import { attributions, kinds, sharingLevels } from "#app/domain/codes.ts";

/** Codes of themes that `loadLibrary` brings. */
export const themeCodes = ["T01", "T02", "T03"];
const people = ["consultant", "participantAl", "participantBa", "organiser", "otherParticipantBa"] as const;

/**
 * What decides who sees a contribution and what it counts under, drawn at random; `inSession` is for the test to fill
 * in.
 */
export const drawnContribution = {
  author: fc.constantFrom(...people),
  group: fc.constantFrom("first", "first", "other"),
  kind: fc.constantFrom(...kinds),
  status: fc.constantFrom("captured", "complete", "validated", "draft", "withdrawn"),
  sharing: fc.constantFrom(...sharingLevels),
  attribution: fc.constantFrom(...attributions),
  beneficiary: fc.constantFrom("al", "ba", "xk", "regional"),
  institution: fc.constantFrom("al", "ba", null),
  inSession: fc.boolean(),
  themes: fc.uniqueArray(fc.constantFrom(...themeCodes), { maxLength: 3 }),
};
