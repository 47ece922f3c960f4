import { z } from "zod";
import { roles } from "#app/domain/access/actor.ts";
import { message } from "#app/domain/forms/message.ts";
import { addressField, line, oneOf, optionalCode, tick } from "#app/domain/people/people-input.ts";
import { localeField } from "#app/domain/people/profile.server.ts";

/** What somebody is in a working group. */
export const membershipInput = z.object({
  role: oneOf(roles),
  beneficiaryId: optionalCode,
  institutionId: optionalCode,
  speaks: tick,
});
export type MembershipInput = z.infer<typeof membershipInput>;

// In the order of the form, which is the order of the messages above it.
export const invitationInput = z.object({
  groupId: z.string(message("errors.badValue")).min(1, message("common.chooseOne")).max(60, message("errors.badValue")),
  address: addressField,
  name: line(120),
  locale: localeField,
  ...membershipInput.shape,
});
export type InvitationInput = z.infer<typeof invitationInput>;
