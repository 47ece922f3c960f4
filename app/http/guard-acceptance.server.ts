import type { Acceptance } from "#app/domain/people/acceptance-input.server.ts";
import { findInvitation } from "#app/domain/people/find-invitation.server.ts";
import { guardSignIn } from "#app/http/sign-in-limits.server.ts";
import { takeFrom } from "#app/http/too-many.server.ts";
import type { Visit } from "#app/http/visit.server.ts";

/**
 * Counts an attempt to accept an invitation, and one at the password of the account that it is for.
 * @throws TooMany, NotFound
 */
export async function guardAcceptance(visit: Visit, { way }: Acceptance, token: string): Promise<void> {
  await takeFrom(visit.context, [["tokenAddress", visit.context.ip]]);
  if (way !== "confirm") return;
  const { accountId, address } = await findInvitation(visit.db, token, visit.now);
  if (accountId !== null) await guardSignIn(visit.context, address);
}
