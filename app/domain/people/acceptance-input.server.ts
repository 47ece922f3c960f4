import { z } from "zod";
import { message } from "#app/domain/forms/message.ts";
import { password } from "#app/domain/forms/text-fields.ts";
import { passwordFault } from "#app/domain/people/password-rules.ts";
import { profileInput } from "#app/domain/people/profile.server.ts";

// The rules of a new password are looked at with the rest of the form, so that all its faults are told in one go. Whose
// address it is only the invitation says: the deed looks once more.
const newPassword = password().superRefine((given, context) => {
  const fault = passwordFault(given, { address: "", name: "" });
  if (fault) context.addIssue({ code: "custom", message: message(fault.key, fault.params) });
});

const asNew = profileInput.extend({ way: z.literal("new"), newPassword }).refine(isNotTheirName, {
  path: ["newPassword"],
  error: message("account.passwordIsName"),
  // Also where another field is at fault.
  when: ({ value }) => typeof Object(value).newPassword === "string" && typeof Object(value).name === "string",
});
const asKnown = z.object({ way: z.literal("confirm"), password: password() });
const asSignedIn = z.object({ way: z.literal("signed-in") });

/** The three ways to accept: as somebody new, with the password of one's account, or with the sign-in one has. */
export const acceptanceInput = z.discriminatedUnion("way", [asNew, asKnown, asSignedIn], message("errors.badValue"));
export type Acceptance = z.infer<typeof acceptanceInput>;

function isNotTheirName({ newPassword, name }: { newPassword: string; name: string }): boolean {
  return passwordFault(newPassword, { address: "", name })?.key !== "account.passwordIsName";
}
