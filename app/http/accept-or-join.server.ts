import { z } from "zod";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { message } from "#app/domain/forms/message.ts";
import { password } from "#app/domain/forms/text-fields.ts";
import { acceptInvitation, joinByInvitation } from "#app/domain/people/accept-invitation.server.ts";
import { checkPassword } from "#app/domain/people/check-password.server.ts";
import { findInvitation } from "#app/domain/people/find-invitation.server.ts";
import { profileInput } from "#app/domain/people/profile.server.ts";
import { guardSignIn } from "#app/http/sign-in-limits.server.ts";
import { takeFrom } from "#app/http/too-many.server.ts";
import type { Visit } from "#app/http/visit.server.ts";
import type { Store } from "#db/store.ts";

const asNew = profileInput.extend({ way: z.literal("new"), newPassword: password() });
const asKnown = z.object({ way: z.literal("confirm"), password: password() });
const asSignedIn = z.object({ way: z.literal("signed-in") });

/** The three ways to accept: as somebody new, with the password of one's account, or with the sign-in one has. */
export const acceptanceInput = z.discriminatedUnion("way", [asNew, asKnown, asSignedIn], message("errors.badValue"));
export type Acceptance = z.infer<typeof acceptanceInput>;

/** Accepts the invitation behind a link. What fits is decided by the accounts there are, not by the form. */
export async function acceptOrJoin(
  visit: Visit,
  input: Acceptance,
  store: Store,
  token: string,
): Promise<{ accountId: string }> {
  await takeFrom(visit.context, [["tokenAddress", visit.context.ip]]);
  const invitation = await findInvitation(visit.db, token, visit.now);
  if (input.way === "new") return acceptInvitation(store, { ...input, token }, visit.now);
  const accountId = invitation.accountId;
  if (accountId === null) throw new NotFound("invitation");
  if (input.way === "confirm") {
    await guardSignIn(visit.context, invitation.address);
    const found = await checkPassword(visit.db, invitation.address, input.password);
    if (!found) throw new Refused([{ field: "password", message: { key: "account.wrongPassword" } }]);
  } else if (visit.account?.id !== accountId) {
    throw new NotFound("invitation");
  }
  return joinByInvitation(store, { token, accountId }, visit.now);
}
