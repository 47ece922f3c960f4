import { z } from "zod";
import { roles } from "#app/domain/access/actor.ts";
import { id, oneOf, optionalId, tick } from "#app/domain/forms/choice-fields.ts";
import { address, requiredLine, requiredText } from "#app/domain/forms/text-fields.ts";
import { localeField } from "#app/domain/people/profile.server.ts";

/** What somebody is in a working group. */
export const membershipInput = z.object({
  role: oneOf(roles),
  beneficiaryId: optionalId(),
  institutionId: optionalId(),
  speaks: tick(),
});
export type MembershipInput = z.infer<typeof membershipInput>;

/** An administrator who joins says why; all members read it. */
export const joinInput = z.object({ ...membershipInput.shape, reason: requiredText(500) });

/** A pasted list of people to invite; looked at first, then sent. */
export const severalInput = z.object({
  groupId: id(),
  rows: requiredText(40_000),
  locale: localeField,
  intent: oneOf(["check", "send"]),
});

// In the order of the form, which is the order of the messages above it.
export const invitationInput = z.object({
  groupId: id(),
  address: address(),
  name: requiredLine(120),
  locale: localeField,
  ...membershipInput.shape,
  /** The open invitation of the same address that this one replaces. */
  replaces: optionalId(),
});
type WholeInvitation = z.infer<typeof invitationInput>;
export type InvitationInput = Omit<WholeInvitation, "replaces"> & Partial<Pick<WholeInvitation, "replaces">>;
