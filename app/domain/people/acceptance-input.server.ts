import { z } from "zod";
import { message } from "#app/domain/forms/message.ts";
import { password } from "#app/domain/forms/text-fields.ts";
import { profileInput } from "#app/domain/people/profile.server.ts";

const asNew = profileInput.extend({ way: z.literal("new"), newPassword: password() });
const asKnown = z.object({ way: z.literal("confirm"), password: password() });
const asSignedIn = z.object({ way: z.literal("signed-in") });

/** The three ways to accept: as somebody new, with the password of one's account, or with the sign-in one has. */
export const acceptanceInput = z.discriminatedUnion("way", [asNew, asKnown, asSignedIn], message("errors.badValue"));
export type Acceptance = z.infer<typeof acceptanceInput>;
